import type { IsoDate, RestReason } from "#kernel/calendar.ts";

/** Why a day stands in the explanation as it does. */
export type StepReason =
  /** Day 0, the day of the event: never counted. */
  | { readonly kind: "start" }
  | { readonly kind: "counted" }
  /** A Saturday or Sunday that counts because it is worked. */
  | { readonly kind: "make_up_day"; readonly name: string }
  /** Passed over: the term counts working time only. */
  | { readonly kind: "rest"; readonly rest: RestReason }
  /** A working day on which no office hour was left. */
  | { readonly kind: "after_hours" }
  /** Passed over because a term may not end on it. */
  | { readonly kind: "moved_over"; readonly rest: RestReason }
  /** The working day that the end was moved to. */
  | { readonly kind: "moved_to" }
  /** Before an event: the last day to act so that all counted days lie whole in between. */
  | { readonly kind: "act_day" };

export type Step = {
  readonly date: IsoDate;
  readonly counted: boolean;
  /** 1, 2, 3 … on counted days; `null` on the others, and in terms of hours. */
  readonly ordinal: number | null;
  readonly reason: StepReason;
  /** Office time taken from this day, in a term of hours: local `HH:MM`. */
  readonly hours?: { readonly from: string; readonly to: string; readonly minutes: number };
};

export type Moved = { readonly from: IsoDate; readonly to: IsoDate; readonly because: RestReason };

export type Count = {
  /** `YYYY-MM-DD`, or local `YYYY-MM-DDTHH:MM` for a term of working hours. */
  readonly due: string;
  /** Every day from the start to the due date, in the order of counting. */
  readonly steps: readonly Step[];
  /** Set when the term would have ended on a day of rest. */
  readonly moved: Moved | null;
  /** Years touched whose calendar nobody has confirmed. */
  readonly unconfirmedYears: readonly number[];
};
