import type { FormRefusal } from "#kernel/form-refusal.ts";
import { m } from "#paraglide/messages.js";
import type { FormError } from "#ui/field.ts";
import { formErrors } from "#ui/form-errors.ts";
import { choiceMeant } from "../../room/choice-match.ts";
import type { RecordingChoices } from "../../server/index.ts";
import { fieldChoices } from "./field-choices.ts";

/** The boxes of a ruling, which stand with each matter: an error names the matter, too. */
const boxesOfRuling: Readonly<Record<string, () => string>> = {
  due: m.room_rule_promised,
  text: m.turn_rule_text,
};

/** The name of a box of the ruling on a matter, as errors and labels know it. */
export const boxOfRuling = (box: "due" | "text", code: string): string => `${box}:${code}`;

/**
 * What the recording page says, without its script, of a form that came back: a ruling by the matter and the box, and what
 * was typed for a village or a field and means none, or several, by how to choose one.
 */
export function roomErrors(refusal: FormRefusal | undefined, choices: RecordingChoices): FormError[] {
  const lists = { village: choices.villages, field: fieldChoices(choices.fields) };
  const { recommendation: code } = refusal?.values ?? {};
  return formErrors(refusal).map((error) => {
    const { field } = error;
    if (refusal?.form === "recommendation.rule" && typeof code === "string") return ofRuling(error, code);
    if (field !== "village" && field !== "field") return error;
    const typed = refusal?.values[field];
    const isTyped = typeof typed === "string" && typed.trim() !== "";
    if (!isTyped || (lists[field].length > 0 && choiceMeant(lists[field], typed))) return error;
    return { ...error, message: lists[field].length > 0 ? m.room_match_none() : m.room_village_unknown() };
  });
}

function ofRuling(error: FormError, code: string): FormError {
  const box = error.field && boxesOfRuling[error.field];
  if (!box) return { ...error, message: `${code}: ${error.message}` };
  return { ...error, field: `${error.field}:${code}`, label: `${code}, ${box()}` };
}
