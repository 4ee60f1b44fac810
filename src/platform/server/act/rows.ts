import type { RawBuilder } from "kysely";

const marked = Symbol("rows");

/**
 * What an act writes, given as the parts of one statement instead of being written by it: the runner writes them together
 * with the audit line and the answer that is kept for whoever sends the same again.
 */
export type Rows<Output> = {
  readonly [marked]: true;
  /** Each is `name as (insert …)` and takes its rows from `open`, or from a part that does: without it, nothing is written. */
  readonly parts: readonly RawBuilder<unknown>[];
  /** The part that has one row once the act is done. */
  readonly done: string;
  /** The act's answer, as JSON, by that row. */
  readonly answer: RawBuilder<Output>;
  readonly subjectId: string;
};

export function asRows<Output>(rows: Omit<Rows<Output>, typeof marked>): Rows<Output> {
  return { [marked]: true, ...rows };
}

export function isRows<Output>(given: Output | Rows<Output>): given is Rows<Output> {
  return typeof given === "object" && given !== null && marked in given;
}
