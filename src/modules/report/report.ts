import type { ReportClass } from "#modules/recommendation/matter.ts";

/** `as-was`: the tree of each record's own day. `as-is`: records converted to the units of today. */
export const bases = ["as-was", "as-is"] as const;
export type Basis = (typeof bases)[number];

export type ReportQuestion = {
  /** Code of the unit; its whole subtree is covered. */
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  /**
   * The day whose state is shown; unless given `to`, or today where the period is not over. Facts dated after it do not
   * count. A day to come is refused.
   */
  readonly asOf?: string | null;
  /** With it, facts entered after that day (in Việt Nam) do not count. */
  readonly knownOn?: string | null;
  readonly basis?: Basis;
  /** The day on which it is asked: the last whose state can be told; `as-is`, the day whose units are the present ones. */
  readonly today: string;
  /** The day of the report's paper, where it bears an earlier one: `as-is`, its units are the present ones. */
  readonly presentOn?: string;
};

/** How many, by name; a name that never occurs is missing. */
export type Tally = Readonly<Record<string, number>>;

export type ConferenceFigures = {
  readonly held: number;
  readonly required: number;
  readonly shortfall: number;
  readonly by_form: Tally;
  readonly by_level: Tally;
};

/** Figures of the cohort, the recommendations received in the period, in their state on the day asked about. */
export type RecommendationFigures = {
  readonly received: number;
  readonly invalid: number;
  readonly routed_out: number;
  readonly duplicates: number;
  readonly distinct: number;
  readonly awaiting_ruling: number;
  readonly answered_in_room: number;
  readonly noted: number;
  readonly assigned: number;
  readonly directed: number;
  readonly done: number;
  readonly explained: number;
  readonly refused: number;
  readonly in_hand: number;
  readonly overdue: number;
  readonly scheduled: number;
  readonly blocked: number;
  readonly passed_up: number;
  readonly answered_on_time: number;
  readonly answered_after_extension: number;
  readonly answered_late: number;
  /** Answered, in the room and noted included, and the last word of the people on it was no; closed or not. */
  readonly answered_not_satisfied: number;
  readonly reopened: number;
  readonly by_field: Tally;
  readonly by_channel: Tally;
  readonly by_lead: Tally;
};

/** Matters of any age: what was open, what came, what went. */
export type BalanceFigures = {
  readonly opening: number;
  readonly new: number;
  readonly reopened: number;
  readonly closed: number;
  readonly closing: number;
};

/** Percentages with one decimal; null where there is nothing to take a share of. */
export type RateFigures = {
  readonly directed: number | null;
  readonly done: number | null;
  readonly substantive: number | null;
  readonly on_time: number | null;
};

export type SatisfactionFigures = {
  readonly sessions: number;
  readonly minimum: number | null;
  readonly mean: number | null;
  readonly issued: number;
  readonly returned: number;
  readonly valid: number;
};

export type PlanLine = {
  readonly unit: string;
  readonly required: number;
  readonly held: number;
  readonly shortfall: number;
};

export type Identity = {
  readonly name: string;
  readonly holds: boolean;
  readonly left: number;
  readonly right: number;
};

/** The report as it is given out, `GET /api/v1/reports/summary` and `report --format json`. */
export type Report = {
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly as_of: string;
  readonly known_on: string | null;
  readonly basis: Basis;
  /** Only where a unit divided between this subtree and others makes the converted figures an estimate (ước tính). */
  readonly estimate?: true;
  readonly conferences: ConferenceFigures;
  /** Over the conferences of which it is known; null where some were held and of none it was told. */
  readonly attendances: number | null;
  readonly turns: number;
  readonly recommendations: RecommendationFigures;
  readonly balance: BalanceFigures;
  readonly rates: RateFigures;
  readonly satisfaction: SatisfactionFigures;
  readonly plans: readonly PlanLine[];
  readonly indicators: Tally;
  readonly identities: readonly Identity[];
};

/** Received, but not one more matter to deal with. */
export const uncountedClasses = [
  "invalid",
  "routed_out",
  "duplicate",
] as const satisfies readonly ReportClass[];
export const answeredClasses = ["done", "explained", "refused"] as const satisfies readonly ReportClass[];
/** What the people may say yes or no to. */
export const saidToClasses = [
  ...answeredClasses,
  "answered_in_room",
  "noted",
] as const satisfies readonly ReportClass[];
/** Ruled for a written answer, or beyond competence. */
export const assignedClasses = [
  ...answeredClasses,
  "in_hand",
  "scheduled",
  "blocked",
  "passed_up",
] as const satisfies readonly ReportClass[];
