import { capacities } from "#kernel/actor.ts";
import type { Grant } from "#kernel/permission.ts";

/** Everyone keeps their own lists, in whatever post; whose they are the act itself looks at. */
export const mayKeepFilters: Grant = Object.fromEntries(capacities.map((capacity) => [capacity, ["self"]]));
