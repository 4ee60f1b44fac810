import type { FormRefusal } from "#kernel/form-refusal.ts";
import { formErrors } from "#ui/form-errors.ts";
import type { FormError } from "#ui/field.ts";

/** The box for the words about one of many matters on a page. */
export const wordsField = (code: string): string => `words:${code}`;

/** What is wrong with a matter's form out of many, told at its own box. */
export function errorsAtMatter(refusal: FormRefusal | undefined, label: string): FormError[] {
  const code = String(refusal?.values.recommendation ?? "");
  return formErrors(refusal).map((error) =>
    error.field === "text" || error.field === "reason"
      ? { ...error, field: wordsField(code), label: `${label} ${code}` }
      : error,
  );
}
