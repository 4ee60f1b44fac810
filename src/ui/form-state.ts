import type { FormRefusal } from "#kernel/form-refusal.ts";
import type { FormError } from "#ui/field.ts";
import { formErrors } from "#ui/form-errors.ts";

/** What a form that came back shows: the errors by field, and each field as it was typed. */
export function formState(refusal: FormRefusal | undefined): {
  errors: FormError[];
  typed: (name: string, otherwise?: string | null) => string | null;
} {
  return {
    errors: formErrors(refusal),
    typed: (name, otherwise = null) => {
      const value = refusal?.values[name];
      return typeof value === "string" ? value : otherwise;
    },
  };
}
