import { m } from "#paraglide/messages.js";
import { inLanguage } from "#ui/form-errors.ts";
import type { LineChange } from "../line-changes.ts";
import { partWords } from "../words.ts";

/** What an edition is called. */
export const editionTitle = (edition: number): string =>
  edition === 1 ? m.conclusion_edition() : m.conclusion_edition_amended({ number: edition - 1 });

export const sideText = (side: string): string =>
  side === "party" ? m.conclusion_party() : m.conclusion_government();

/** What an edition does to a line, in a few words. */
export function changeText({ kind, parts }: LineChange): string {
  if (kind === "added") return m.conclusion_added();
  if (kind === "removed") return m.conclusion_removed();
  if (parts.every((part) => part === "task")) return m.conclusion_task_short();
  const words = parts.map((part) => inLanguage(partWords[part]).toLocaleLowerCase());
  return m.conclusion_changed({ parts: words.join(", ") });
}
