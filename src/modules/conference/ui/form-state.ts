import type { FormRefusal } from "#kernel/form-refusal.ts";
import type { FormError } from "#ui/field.ts";
import { formErrors } from "#ui/form-errors.ts";
import { faultsByRow, type ConferenceValues } from "./conference-form.ts";

type Returned = { readonly refusal?: FormRefusal; readonly typed?: ConferenceValues } | null;

/** What the conference form shows: as it was typed when it came back, otherwise as it is recorded. */
export function conferenceState(form: Returned, recorded: ConferenceValues) {
  const refusal = form?.refusal;
  const typed = (refusal?.values as ConferenceValues | undefined) ?? form?.typed;
  const errors: FormError[] = refusal
    ? formErrors({ ...refusal, faults: faultsByRow(refusal.faults, refusal.values) })
    : [];
  return { errors, values: typed ?? recorded };
}
