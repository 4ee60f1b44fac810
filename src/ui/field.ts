/** What every field of a form has; `name` also gives the id that an error summary links to. */
export interface FieldProps {
  name: string;
  label: string;
  /** Of fields that stand in every row: whose this one is; heard after the label and not seen. */
  of?: string;
  hint?: string;
  /** The sentence of the problem with this field, if there is one. */
  error?: string;
  /** Fields are required unless they say so; the word appears after the label. */
  optional?: boolean;
}

/** One choice of a select, a radio group or a group of boxes. */
export interface Choice {
  value: string;
  label: string;
  hint?: string;
  disabled?: boolean;
}

/** A problem as the summary at the top of a form lists it; without a field it is plain text. */
export interface FormError {
  field?: string;
  /** What the field is called on the form; said before the message. */
  label?: string;
  message: string;
}

/**
 * The element an error about the field of this name leads to; a dot, as in "signers.0.title", has no place in an id.
 * A code after a colon may hold any character, and two codes never share an id.
 */
export function fieldId(name: string): string {
  const colon = name.indexOf(":");
  // The brackets of a field that holds several have none either.
  if (colon < 0) return `field-${name.replace(/\[\]$/, "").replaceAll(".", "-")}`;
  const plain = (character: string) => `_${character.codePointAt(0)!.toString(16)}_`;
  return `field-${name.slice(0, colon)}-${name.slice(colon + 1).replace(/[^A-Za-z0-9-]/gu, plain)}`;
}

/** The attributes that tie a control to its label, hint and error. */
export function controlAttributes({ name, hint, error }: Pick<FieldProps, "name" | "hint" | "error">) {
  const id = fieldId(name);
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return {
    id,
    name,
    "aria-describedby": notes || undefined,
    "aria-invalid": error ? ("true" as const) : undefined,
  };
}

/** The sentence for one field out of the problems of a form. */
export function errorFor(errors: readonly FormError[] | undefined, name: string): string | undefined {
  return errors?.find((each) => each.field === name)?.message;
}
