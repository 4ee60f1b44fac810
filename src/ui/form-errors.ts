import { getLocale } from "#paraglide/runtime.js";
import type { FormError } from "./field.ts";

type Sentence = { readonly vi: string; readonly en: string };
type Refusal = {
  readonly problem: Sentence;
  readonly faults: readonly (Sentence & { readonly field: string })[];
};

/** A sentence of a problem in the language of the page. */
export const inLanguage = (sentence: Sentence): string => sentence[getLocale()];

/** What an error summary lists after a refused form: its faults, or the problem itself when no field is at fault. */
export function formErrors(refusal: Refusal | null | undefined): FormError[] {
  if (!refusal) return [];
  if (refusal.faults.length === 0) return [{ message: inLanguage(refusal.problem) }];
  return refusal.faults.map((fault) => ({ field: fault.field, message: inLanguage(fault) }));
}
