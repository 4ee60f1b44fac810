import type { Status } from "./status-transitions.ts";

/** No act does one thing with more matters than this at once. */
export const MOST_AT_ONCE = 200;

/** What can still be given to an agency, and what an agency has in hand, so that it can be asked after. */
export const assignable: ReadonlySet<Status> = new Set([
  "awaiting_ruling",
  "awaiting_assignment",
  "in_hand",
  "scheduled",
  "blocked",
]);
export const remindable: ReadonlySet<Status> = new Set(["in_hand"]);

/** One of the matters with which one thing is done. */
export type ChosenLine = {
  readonly code: string;
  readonly text: string;
  readonly status: Status;
  readonly leadName: string | null;
  readonly dueOn: string | null;
};
