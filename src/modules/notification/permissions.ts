import { capacities } from "#kernel/actor.ts";
import type { Grant } from "#kernel/permission.ts";
import { mayMove } from "#modules/recommendation/permissions.ts";

/** Everyone keeps their own notifications, in whatever post; whose they are the act itself looks at. */
export const mayKeepOwn: Grant = Object.fromEntries(capacities.map((capacity) => [capacity, ["self"]]));

/** Whoever gives the work may ask after it. */
export const mayRemind: Grant = mayMove.assign;
