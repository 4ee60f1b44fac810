import type { Basis } from "#modules/report/report.ts";
import { isIn, quarterFigures, type Entry, type QuarterFigure } from "../against.ts";
import { quarters, type Quarter } from "../quarter.ts";

/** What the address of the page asks: the question, and which of its conferences to list. */
export type AgainstAsked = {
  readonly unit: string;
  readonly year: number;
  /** `YYYY-MM-DD`, or "" for today or the year's end. */
  readonly as_of: string;
  readonly basis: Basis;
  /** Code of one unit of the table. */
  readonly host: string;
  readonly quarter: Quarter | null;
  readonly show: Shown | null;
};

/** Figures of the table, and what stands besides the plan. */
export const shownKinds = [...quarterFigures, "ad_hoc"] as const;
export type Shown = (typeof shownKinds)[number];

/** The part of an address that says the question, and what is given besides. */
export function againstQuery(asked: AgainstAsked, more: Partial<AgainstAsked> = {}): string {
  const { unit, year, as_of, basis, host, quarter, show } = {
    ...asked,
    host: "",
    quarter: null,
    show: null,
    ...more,
  };
  const parts = Object.entries({ unit, year, as_of, basis, host, quarter, show });
  const said = parts.filter(([, value]) => value !== "" && value !== null);
  return new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString();
}

/** The page with the list behind one figure. */
export function listHref(asked: AgainstAsked, more: Partial<AgainstAsked>): string {
  return `/plans/against?${againstQuery(asked, more)}#list`;
}

/** The conferences behind a figure: by the same condition by which it was counted. */
export function shownEntries(
  entries: readonly Entry[],
  { host, quarter, show }: Pick<AgainstAsked, "host" | "quarter" | "show">,
): Entry[] {
  const among = quarter === null ? quarters : [quarter];
  return entries.filter((entry) => {
    if (host !== "" && entry.unit !== host) return false;
    if (show === "ad_hoc") return !entry.isPlanned && (quarter === null || entry.quarter === quarter);
    if (show !== null) return among.some((each) => isIn(entry, each, show satisfies QuarterFigure));
    return quarter === null || entry.quarter === quarter;
  });
}
