import { refuseAllTogether, refuseAny } from "#kernel/all-faults.ts";
import {
  optionalDay,
  optionalOf,
  optionalText,
  optionalWholeNumber,
  textInput,
  unitCodeInput,
  wholeNumber,
} from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { chairCapacities, forms } from "#modules/conference/conference.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import { z } from "zod";
import { MOST_PLANNED, MOST_REQUIREMENTS } from "../plan.ts";
import { planningProblems as problems } from "../problems.ts";
import { isInQuarter, type Quarter } from "../quarter.ts";
import { plannedOf, type PlannedRow, type PlanRow, type RequirementRow } from "./plan.store.ts";
import { unitsOfPlan } from "./units-in-year.ts";

export const versionInput = optionalWholeNumber(1, 1_000_000);
export const planInput = textInput(36).pipe(z.uuid());

const requirementInput = z.strictObject({
  unit: unitCodeInput,
  required: wholeNumber(0, 1000),
  form: optionalOf(z.enum(forms)),
  chair_capacity: optionalOf(z.enum(chairCapacities)),
});

const plannedInput = z.strictObject({
  unit: unitCodeInput,
  quarter: wholeNumber(1, 4),
  planned_on: optionalDay,
  form: z.enum(forms),
  chair_capacity: optionalOf(z.enum(chairCapacities)),
  audience: optionalText(500),
  topic: optionalText(500),
  place: optionalText(300),
  continues: optionalOf(z.uuid()),
});

/** What a plan asks of units, and which conferences it foresees. */
export const contentsInput = {
  note: optionalText(5000),
  requirements: z.array(requirementInput).max(MOST_REQUIREMENTS).default([]),
  planned: z.array(plannedInput).max(MOST_PLANNED).default([]),
};

type Contents = z.output<z.ZodObject<typeof contentsInput>>;

/** The input as rows. @throws Problem where a line cannot stand in a plan of that unit and year */
export async function rowsOf(
  trx: Transaction<DB>,
  plan: PlanRow,
  { requirements, planned }: Contents,
): Promise<{ requirements: RequirementRow[]; planned: PlannedRow[] }> {
  let ids: Awaited<ReturnType<typeof unitsOfPlan>> = new Map();
  await refuseAllTogether(
    () => refuseTwice(requirements),
    () => refuseDaysOutside(plan.year, planned),
    () => refuseForeignLines(trx, plan, planned),
    async () => {
      ids = await unitsOfPlan(trx, { unitId: plan.unit_id, year: plan.year }, [
        ...requirements.map(({ unit }, index) => ({ field: `requirements.${index}.required`, code: unit })),
        ...planned.map(({ unit }, index) => ({ field: `planned.${index}.unit`, code: unit })),
      ]);
    },
  );
  return {
    requirements: requirements.map(({ unit, required, form, chair_capacity }) => ({
      unit_id: ids.get(unit)!,
      required,
      form: form ?? null,
      chair_capacity: chair_capacity ?? null,
    })),
    planned: planned.map(({ unit, continues, quarter, form, ...line }) => ({
      unit_id: ids.get(unit)!,
      quarter,
      form,
      continues_id: continues ?? null,
      planned_on: line.planned_on ?? null,
      chair_capacity: line.chair_capacity ?? null,
      audience: line.audience ?? null,
      topic: line.topic ?? null,
      place: line.place ?? null,
    })),
  };
}

function refuseTwice(requirements: Contents["requirements"]): void {
  const seen = new Set<string>();
  for (const [index, { unit }] of requirements.entries()) {
    const field = `requirements.${index}.required`;
    if (seen.has(unit)) throw new Problem(problems.unit_twice, { field, values: { unit } });
    seen.add(unit);
  }
}

function refuseDaysOutside(year: number, planned: Contents["planned"]): void {
  const wrong = planned.flatMap(({ planned_on: on, quarter }, index) => {
    if (on === undefined || isInQuarter(on, year, quarter as Quarter)) return [];
    const values = { on: on.split("-").reverse().join("/"), quarter, year };
    return [new Problem(problems.outside_the_quarter, { field: `planned.${index}.planned_on`, values })];
  });
  refuseAny(wrong);
}

/** A line can only take over one of the plan that is being replaced. */
async function refuseForeignLines(
  trx: Transaction<DB>,
  plan: PlanRow,
  planned: Contents["planned"],
): Promise<void> {
  if (!planned.some(({ continues }) => continues !== undefined)) return;
  const before = plan.replaces_id ? await plannedOf(trx, plan.replaces_id) : [];
  const known = new Set(before.map(({ id }) => id));
  const foreign = planned.findIndex(({ continues }) => continues !== undefined && !known.has(continues));
  if (foreign >= 0) throw new Problem(problems.continues_nothing, { field: `planned.${foreign}.unit` });
}
