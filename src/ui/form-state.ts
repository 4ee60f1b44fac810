import type { FormRefusal } from "#kernel/form-refusal.ts";
import { fieldsOf, type FormError } from "#ui/field.ts";
import { formErrors } from "#ui/form-errors.ts";

/** What a form that came back shows: its errors, each field as it was typed, and both of one field to spread on its part. */
export function formState(refusal: FormRefusal | undefined) {
  return shownAgain(refusal?.values, formErrors(refusal));
}

/** The same where nothing was refused, and it is not done yet. */
export function formTried(values: FormRefusal["values"]) {
  return shownAgain(values, []);
}

function shownAgain(values: FormRefusal["values"] | undefined, errors: FormError[]) {
  const typed = (name: string, otherwise: string | null = null) => {
    const value = values?.[name];
    return typeof value === "string" ? value : otherwise;
  };
  return { errors, typed, field: fieldsOf(errors, typed) };
}
