import { errorFor, type FormError } from "./field.ts";
import { fieldWords, type FieldWords } from "./field-labels.ts";

type ValueOf = (name: string) => string | null | undefined;
type ShownField = { name: string; value: string | null; error: string | undefined };

/**
 * By the name of a field: the name, what stands in it and what is wrong with it, to be spread on its part.
 * @param valueOf what was typed or is known; where it says nothing, what `field(name, otherwise)` says
 * @param form the form whose words for the field are given with it: its label and hint
 */
export function fieldsOf(
  errors: readonly FormError[],
  valueOf: ValueOf,
  form: string,
): (name: string, otherwise?: string | null) => ShownField & FieldWords;
export function fieldsOf(
  errors: readonly FormError[],
  valueOf: ValueOf,
): (name: string, otherwise?: string | null) => ShownField;
export function fieldsOf(errors: readonly FormError[], valueOf: ValueOf, form?: string) {
  return (name: string, otherwise: string | null = null) => ({
    ...(form === undefined ? {} : (fieldWords(form, name) ?? { label: name })),
    name,
    value: valueOf(name) ?? otherwise,
    error: errorFor(errors, name),
  });
}
