import { getLocale } from "#paraglide/runtime.js";
import type { FormError } from "./field.ts";
import { fieldLabel } from "./field-labels.ts";

type Sentence = { readonly vi: string; readonly en: string };
type Refusal = {
  readonly form?: string;
  readonly problem: Sentence;
  readonly faults: readonly (Sentence & { readonly field: string })[];
};

/** A sentence of a problem in the language of the page. */
export const inLanguage = (sentence: Sentence): string => sentence[getLocale()];

/** The field of a form at fault: of a path its first part; a code after a colon stays whole, dots and all. */
export const fieldOf = (path: string): string => (path.includes(":") ? path : path.split(".")[0]!);

/**
 * What an error summary lists after a refused form: its faults by field, or the problem itself when no field is at
 * fault. `labelOf` says what a field is called where the form does not have the usual name for it.
 */
export function formErrors(
  refusal: Refusal | null | undefined,
  labelOf: (field: string) => string | undefined = () => undefined,
): FormError[] {
  if (!refusal) return [];
  if (refusal.faults.length === 0) return [{ message: inLanguage(refusal.problem) }];
  return refusal.faults.map((fault) => {
    const field = fieldOf(fault.field);
    return { field, label: labelOf(field) ?? fieldLabel(refusal.form, field), message: inLanguage(fault) };
  });
}
