import type { ReportClass } from "#modules/recommendation/matter.ts";

export type CaseKind = "recommendation" | "conference" | "turn" | "plan" | "return";

/** One record that a figure is counted from. The amounts of all cases of a figure, with what is withheld, add up to it. */
export type ReportCase = {
  readonly kind: CaseKind;
  /** Of the recommendation, the conference or the return; of the unit that a plan asks. */
  readonly id: string;
  /** The code people say; of a conference, a turn or a return its ref or period. */
  readonly code: string | null;
  /** The beginning of the text; null where it is out of sight (complaint, denunciation, held for review). */
  readonly text: string | null;
  /** As it was called on that day. */
  readonly unit: { readonly code: string; readonly name: string };
  /** The day of receipt, of the move, of the conference, to which a return goes; the first day that a plan line covers. */
  readonly on: string;
  /** 1 for what is counted; what this case adds, for what is summed up. */
  readonly amount: number;
  /** Of recommendations only; of what is out of sight the day of receipt alone. */
  readonly received_on: string | null;
  readonly field: string | null;
  readonly class: ReportClass | null;
  readonly due: string | null;
  readonly lead: string | null;
};

export type CasePage = {
  readonly figure: string;
  readonly cases: readonly ReportCase[];
  /** How many cases all pages list, and what their amounts come to. */
  readonly total: { readonly cases: number; readonly amount: number };
  /** What the figure counts of matters out of sight, and no page lists: being listed would tell what they are about. */
  readonly withheld: number;
  /** Give it back as `after` for the cases that follow; null at the end. */
  readonly next: string | null;
};

export type PageAsked = {
  readonly after?: string | null;
  /** At most 200; 50 unless given. */
  readonly limit?: number;
};

/** What a rate or a share is taken of: its cases are those of the figure above the line. */
const numerators: Readonly<Record<string, string>> = {
  "rates.directed": "directed",
  "rates.done": "done",
  "rates.substantive": "done",
  "rates.on_time": "answered_on_time",
  "satisfaction.minimum": "satisfaction.sessions",
  "satisfaction.mean": "satisfaction.sessions",
};

/** The name under which a figure's cases are found; `recommendations.done` and `done` are the same. */
export function figureName(asked: string): string {
  const numerator = Object.hasOwn(numerators, asked) ? numerators[asked] : undefined;
  return numerator ?? asked.replace(/^recommendations\./, "");
}
