import type { Choice } from "../../choice-match.ts";
import type { RecordingChoices } from "../../server/index.ts";

/** Fields with the one they lie under, so that either name finds them. */
export function fieldChoices(fields: RecordingChoices["fields"]): Choice[] {
  const nameOf = new Map(fields.map(({ code, name }) => [code, name]));
  return fields.map(({ code, name, under }) => ({
    code,
    name: under ? `${nameOf.get(under) ?? under}: ${name}` : name,
  }));
}
