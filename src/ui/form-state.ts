import type { FormRefusal } from "#kernel/form-refusal.ts";
import { fieldsOf } from "#ui/field.ts";
import { formErrors } from "#ui/form-errors.ts";

/** What a form that came back shows: its errors, each field as it was typed, and both of one field to spread on its part. */
export function formState(refusal: FormRefusal | undefined) {
  const errors = formErrors(refusal);
  const typed = (name: string, otherwise: string | null = null) => {
    const value = refusal?.values[name];
    return typeof value === "string" ? value : otherwise;
  };
  return { errors, typed, field: fieldsOf(errors, typed) };
}
