import { fieldText } from "#modules/recommendation/ui/index.ts";
import type { Choice } from "../../room/choice-match.ts";
import type { RecordingChoices } from "../../server/index.ts";

/** Fields with the one they lie under, so that either name finds them; in English also by their Vietnamese ones. */
export function fieldChoices(fields: RecordingChoices["fields"]): Choice[] {
  const nameOf = new Map(fields.map(({ code, name }) => [code, name]));
  return fields.map(({ code, name, under }) => ({
    code,
    name: under ? `${called(nameOf.get(under) ?? under)}: ${called(name)}` : called(name),
  }));
}

function called(name: string): string {
  const shown = fieldText(name);
  return shown === name ? name : `${shown} (${name})`;
}
