import type { ChairCapacity, Form } from "#modules/conference/conference.ts";
import type { Basis } from "#modules/report/report.ts";
import type { PlannedState } from "./planned-state.ts";
import { quarterOf, quarters, type Quarter } from "./quarter.ts";

/** What is asked, planned and held of one unit; `required` is null where no plan in force asks anything of it. */
export type UnitLine = {
  readonly unit: string;
  readonly name: string;
  readonly required: number | null;
  readonly planned: number;
  readonly held: number;
  readonly shortfall: number;
};

/** A planned conference, or one of the year that no line of a plan foresaw. */
export type Entry = {
  /** Of the planned conference, or else of the conference. */
  readonly id: string;
  readonly unit: string;
  readonly name: string;
  readonly isPlanned: boolean;
  /** Held in the year by a unit that is covered: one of the report's conferences held. */
  readonly isCounted: boolean;
  readonly state: PlannedState;
  /** The quarter that the plan names; without a plan the one in which its day lies. */
  readonly quarter: Quarter;
  /** The day it was held, is prepared for, or is planned for; null where the plan names the quarter alone. */
  readonly on: string | null;
  /** When it begins that day, `HH:MM`, where that is known. */
  readonly startsAt: string | null;
  readonly form: Form;
  readonly chairCapacity: ChairCapacity | null;
  readonly topic: string | null;
  /** Why an ad hoc conference was called. */
  readonly reason: string | null;
  readonly conferenceId: string | null;
};

export type QuarterLine = { readonly quarter: Quarter } & Readonly<Record<QuarterFigure, number>>;

export const quarterFigures = ["planned", "held", "coming", "overdue", "called_off"] as const;
export type QuarterFigure = (typeof quarterFigures)[number];

export type PlanInForce = {
  readonly id: string;
  readonly unitName: string;
  readonly symbol: string | null;
  readonly issuedOn: string | null;
};

/** A year's plan against what was held of it, on a day. */
export type Against = {
  readonly unit: string;
  readonly unitName: string;
  readonly year: number;
  readonly asOf: string;
  readonly basis: Basis;
  readonly plans: readonly PlanInForce[];
  readonly units: readonly UnitLine[];
  readonly totals: Omit<UnitLine, "unit" | "name">;
  readonly quarters: readonly QuarterLine[];
  readonly entries: readonly Entry[];
};

/** Unit by unit: one unit's surplus never makes good another's shortfall. */
export function totalsOf(units: readonly UnitLine[]): Against["totals"] {
  const sum = (part: "planned" | "held" | "shortfall") => units.reduce((all, line) => all + line[part], 0);
  const asked = units.flatMap(({ required }) => required ?? []);
  return {
    required: asked.length > 0 ? asked.reduce((all, one) => all + one, 0) : null,
    planned: sum("planned"),
    held: sum("held"),
    shortfall: sum("shortfall"),
  };
}

/**
 * The quarters of the year. What a plan foresees belongs to the quarter it names; what was held, to the quarter of its
 * day, so that the quarters add up to the year.
 */
export function quartersOf(entries: readonly Entry[]): QuarterLine[] {
  return quarters.map((quarter) => {
    const count = (figure: QuarterFigure) => entries.filter((entry) => isIn(entry, quarter, figure)).length;
    const figures = Object.fromEntries(quarterFigures.map((figure) => [figure, count(figure)]));
    return { quarter, ...(figures as Record<QuarterFigure, number>) };
  });
}

/** Whether an entry is counted in a figure of a quarter; the list behind a figure asks the same. */
export function isIn(entry: Entry, quarter: Quarter, figure: QuarterFigure): boolean {
  if (figure === "planned") return entry.isPlanned && entry.quarter === quarter;
  if (figure === "held") return entry.isCounted && entry.on !== null && quarterOf(entry.on) === quarter;
  return entry.state === figure && entry.quarter === quarter;
}
