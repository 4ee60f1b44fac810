import { oneEach, type FormRefusal } from "#kernel/form-refusal.ts";
import type { FormError } from "#ui/field.ts";
import { formErrors } from "#ui/form-errors.ts";
import type { UnitToPlan } from "../server/index.ts";
import { fieldText } from "./field-texts.ts";
import { baseIn, meanwhile, type Meanwhile } from "./meanwhile.ts";
import type { Pasted } from "./paste.ts";
import { faultsByRow, type PlanValues } from "./plan-form.ts";

type Returned = {
  readonly refusal?: FormRefusal;
  readonly typed?: PlanValues;
  readonly pasted?: Omit<Pasted, "values">;
} | null;

/** What the form of a draft shows, and against which recorded draft it is filled in. */
export type PlanState = {
  readonly errors: readonly FormError[];
  readonly values: PlanValues;
  readonly version: string;
  readonly base: PlanValues;
  /** What others changed since the form was opened. */
  readonly changes: readonly Meanwhile[];
  readonly pasted: Omit<Pasted, "values"> | undefined;
};

type Recorded = { readonly values: PlanValues; readonly version: number };

/** As it was typed when it came back, otherwise as it is recorded. */
export function planState(form: Returned, recorded: Recorded, units: readonly UnitToPlan[]): PlanState {
  const { values: stored } = recorded;
  const present = { version: String(recorded.version), base: stored };
  const typed = (form?.refusal && oneEach(form.refusal.values)) ?? form?.typed;
  const pasted = form?.pasted;
  if (!typed) return { ...present, errors: [], values: stored, changes: [], pasted };
  const errors = errorsOf(form?.refusal, units);
  if (form?.refusal?.problem.code === "planning.changed_meanwhile") {
    // Once the changes have been shown, sending again is sending against the present draft.
    return { ...present, errors, ...meanwhile(baseIn(typed), stored, typed), pasted };
  }
  const version = typed.expected_version ?? present.version;
  return { errors, values: typed, version, base: baseIn(typed), changes: [], pasted };
}

function errorsOf(refusal: FormRefusal | undefined, units: readonly UnitToPlan[]): FormError[] {
  if (!refusal) return [];
  const faults = faultsByRow(refusal.faults, refusal.values);
  return formErrors({ ...refusal, faults }, (field) => fieldText(field, units));
}
