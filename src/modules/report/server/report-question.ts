import { dayInput, optionalDay } from "#kernel/input.ts";
import { optionalOf, unitCodeInput } from "#kernel/input.ts";
import { mayReadUnit } from "#modules/organization/server/index.ts";
import type { Asker } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { bases, type ReportQuestion } from "../report.ts";

/** What every reading of the report is asked. */
export const period = {
  unit: unitCodeInput,
  from: dayInput,
  to: dayInput,
  as_of: optionalDay,
  known_on: optionalDay,
  basis: optionalOf(z.enum(bases)),
};

type Period = z.output<z.ZodObject<typeof period>>;

/** The same as the counting asks it. */
export function questionOf(
  { unit, from, to, as_of, known_on, basis }: Period,
  today: string,
): ReportQuestion {
  return { unit, from, to, asOf: as_of ?? null, knownOn: known_on ?? null, basis: basis ?? "as-was", today };
}

/**
 * Whether a report may be read, by the posts held now, whenever they began: as was, by whoever had the unit below them
 * all the period; as is, by whoever has it now, for then it counts what its present parts did under others.
 * @throws Problem `organization.unit_not_found`, also for what the actor may not know of
 */
async function place({ db, actor, query: { unit, from, to, basis }, today }: Asker<Period>): Promise<null> {
  const days = basis === "as-is" ? { on: today } : { from, on: to };
  await mayReadUnit(db, actor, unit, { ...days, today });
  return null;
}

/** As known at the end of a day that is over: what is written down later changes nothing of it. */
export const ofDaysOver = ({ known_on: day }: Period, today: string): boolean => !!day && day < today;

/** What every reading of the report is: counted from a whole register, all as of one moment, for those who may read it. */
export const ofReport = { may: "known", heavy: true, oneMoment: true, place } as const;
