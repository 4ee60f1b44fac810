import type { FormRefusal } from "#kernel/form-refusal.ts";
import type { FormError } from "#ui/field.ts";
import { fieldsOf } from "#ui/fields-of.ts";
import { formErrors } from "#ui/form-errors.ts";

/**
 * The refusal with which a form came back, if it did.
 * @param back what the page was answered, whatever that is of its other forms
 * @param form of the form of this name alone, where a page has several
 */
export function refusalIn(back: unknown, form?: string): FormRefusal | undefined {
  if (typeof back !== "object" || back === null || !("refusal" in back)) return undefined;
  const refusal = back.refusal as FormRefusal | undefined;
  return form === undefined || refusal?.form === form ? refusal : undefined;
}

/**
 * What the form of this name shows when it came back: its errors, and of each field its words, what was typed and what is
 * wrong with it in one, to spread on its part.
 * @param back what the page was answered
 * @param fieldAt which field of the form has what the act calls so
 */
export function formState(form: string, back: unknown, fieldAt = (field: string) => field) {
  const refusal = refusalIn(back, form);
  const faults = refusal?.faults.map((fault) => ({ ...fault, field: fieldAt(fault.field) }));
  const errors = formErrors(refusal && faults && { ...refusal, faults });
  return { refusal, ...shownAgain(form, refusal?.values, errors) };
}

/** The same where nothing was refused, and it is not done yet. */
export function formTried(form: string, values: FormRefusal["values"]) {
  return { refusal: undefined, ...shownAgain(form, values, []) };
}

function shownAgain(form: string, values: FormRefusal["values"] | undefined, errors: FormError[]) {
  const typed = (name: string, otherwise: string | null = null) => {
    const value = values?.[name];
    return typeof value === "string" ? value : otherwise;
  };
  return { errors, typed, field: fieldsOf(errors, typed, form) };
}
