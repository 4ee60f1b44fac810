import type { FormRefusal } from "#kernel/form-refusal.ts";
import type { FormError } from "#ui/field.ts";
import { formErrors } from "#ui/form-errors.ts";
import { m } from "#paraglide/messages.js";
import type { UnitToPlan } from "../server/index.ts";
import { faultsByRow, type PlanValues } from "./plan-form.ts";

type Returned = { readonly refusal?: FormRefusal; readonly typed?: PlanValues } | null;

/** What the form of a draft shows: as it was typed when it came back, otherwise as it is recorded. */
export function planState(form: Returned, recorded: PlanValues, units: readonly UnitToPlan[]) {
  const refusal = form?.refusal;
  const typed = (refusal?.values as PlanValues | undefined) ?? form?.typed;
  const errors: FormError[] = refusal
    ? formErrors({ ...refusal, faults: faultsByRow(refusal.faults, refusal.values) }, labelIn(units))
    : [];
  return { errors, values: typed ?? recorded };
}

const parts: Readonly<Record<string, () => string>> = {
  audience: m.planning_audience,
  chair_capacity: m.planning_chair,
  form: m.planning_form,
  place: m.planning_place,
  planned_on: m.planning_planned_on,
  quarter: m.planning_quarter,
  topic: m.planning_topic,
  unit: m.planning_host,
};

/** What a field of a line is called in the summary: the line, then the field; the number of a unit by the unit alone. */
const labelIn = (units: readonly UnitToPlan[]) => (field: string) => {
  const [, list, row, part] = /^(asked|planned)-(\d+)-(\w+)$/.exec(field) ?? [];
  const line =
    list === "asked" ? units[Number(row)]?.name : m.planning_planned_number({ number: Number(row) + 1 });
  if (part === undefined) return undefined;
  return [line, parts[part]?.()].filter(Boolean).join(", ");
};
