import type { FormRefusal } from "#kernel/form-refusal.ts";
import type { FormError } from "#ui/field.ts";
import { formErrors } from "#ui/form-errors.ts";
import { faultsByRow, type PlanValues } from "./plan-form.ts";

type Returned = { readonly refusal?: FormRefusal; readonly typed?: PlanValues } | null;

/** What the form of a draft shows: as it was typed when it came back, otherwise as it is recorded. */
export function planState(form: Returned, recorded: PlanValues) {
  const refusal = form?.refusal;
  const typed = (refusal?.values as PlanValues | undefined) ?? form?.typed;
  const errors: FormError[] = refusal
    ? formErrors({ ...refusal, faults: faultsByRow(refusal.faults, refusal.values) })
    : [];
  return { errors, values: typed ?? recorded };
}
