import { parseAnswer } from "../../answer-parts.ts";

/** A stored answer as the fields of a form; what it does not say is null. */
export function answerValues(stored: string | null | undefined): Record<string, string | null> {
  const { conclusion, action, doneOn, basis, evidence } = parseAnswer(stored ?? "");
  const parts = { action, done_on: doneOn, basis, evidence };
  const said = Object.entries(parts).map(([name, words]) => [name, words ?? null]);
  return { text: conclusion, ...(Object.fromEntries(said) as Record<string, string | null>) };
}
