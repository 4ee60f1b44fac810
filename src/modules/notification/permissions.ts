import { capacities } from "#kernel/actor.ts";
import { anyOf, type Grant } from "#kernel/permission.ts";
import { mayMove } from "#modules/recommendation/permissions.ts";

/** Everyone keeps their own notifications, in whatever post; whose they are the act itself looks at. */
export const mayKeepOwn: Grant = Object.fromEntries(capacities.map((capacity) => [capacity, ["self"]]));

/** Whoever gives the work may ask after it. */
export const mayRemind: Grant = mayMove.assign;

/** Whoever leads the work asks those that help with it, too. */
export const mayRemindHelpers: Grant = anyOf(mayMove.assign, mayMove.draft_answer);
