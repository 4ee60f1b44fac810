import type { FormRefusal } from "#kernel/form-refusal.ts";
import { m } from "#paraglide/messages.js";
import type { FormError } from "#ui/field.ts";
import { formErrors } from "#ui/form-errors.ts";

type Fields = Record<string, unknown>;

/** Several of these forms stand on one page: the name of a field, and so its id, carries the code of its matter. */
export const fieldOf = (name: "due" | "reason", code: string): string => `${name}:${code}`;

/** Posted fields → the input of the act that grants; without a reason the agency's own stands. */
export function grantInput(fields: Fields): Fields {
  return { ...refusalInput(fields), due: fields[fieldOf("due", codeIn(fields))] };
}

/** Posted fields → the input of the act that refuses. */
export function refusalInput(fields: Fields): Fields {
  const { recommendation, expected_version } = fields;
  return { recommendation, expected_version, reason: fields[fieldOf("reason", codeIn(fields))] };
}

/** Of which matter a form that came back was. */
export function codeIn(fields: Fields): string {
  return typeof fields.recommendation === "string" ? fields.recommendation : "";
}

/** What was typed, however the form came back. */
export function typedOf(refusal: FormRefusal, name: "due" | "reason"): string {
  return String(refusal.values[fieldOf(name, codeIn(refusal.values))] ?? "");
}

const labels: Record<string, () => string> = {
  due: m.recommendation_field_new_due,
  reason: m.recommendation_field_reason,
};

/** The errors of a decision, by the fields of its own form. */
export function decisionErrors(refusal: FormRefusal | undefined): FormError[] {
  if (!refusal) return [];
  return formErrors(refusal, (field) => labels[field]?.()).map(({ field, ...error }) =>
    field === "due" || field === "reason"
      ? { ...error, field: fieldOf(field, codeIn(refusal.values)) }
      : error,
  );
}
