import { oneEach, type FormRefusal } from "#kernel/form-refusal.ts";
import type { FormError } from "#ui/field.ts";
import { fieldLabel } from "#ui/field-labels.ts";
import { formErrors } from "#ui/form-errors.ts";
import { m } from "#paraglide/messages.js";
import { faultsByRow, type ConferenceValues } from "./conference-form.ts";

type Returned = { readonly refusal?: FormRefusal; readonly typed?: ConferenceValues } | null;

/** What the conference form shows: as it was typed when it came back, otherwise as it is recorded. */
export function conferenceState(form: Returned, recorded: ConferenceValues) {
  const refusal = form?.refusal;
  const typed = (refusal && oneEach(refusal.values)) ?? form?.typed;
  const errors: FormError[] = refusal
    ? formErrors(
        { ...refusal, faults: faultsByRow(refusal.faults, oneEach(refusal.values)) },
        (field) => chairLabel(field) ?? fieldLabel(refusal.form, field),
      )
    : [];
  return { errors, values: typed ?? recorded };
}

const chairLabels: Readonly<Record<string, () => string>> = {
  name: m.conference_chair_name,
  capacity: m.conference_chair_capacity,
  is_head: m.conference_chair_standing,
  substitution_reason: m.conference_chair_reason,
};

/** A chair's field by its row too: several rows have the same fields. */
function chairLabel(field: string): string | undefined {
  const [, row, part = ""] = /^chairs-(\d+)-(\w+)$/.exec(field) ?? [];
  const label = chairLabels[part]?.();
  return label && `${m.conference_chair_number({ number: Number(row) + 1 })}, ${label}`;
}
