import { cleanText } from "#kernel/vietnamese-text.ts";
import type { Side } from "./document-model.ts";

/** "- Như trên;" … "- Lưu: VT." An administrative paper is always kept in its office's files; empty stays empty. */
export function recipientLines(recipients: readonly string[], side: Side): string[] {
  const named = recipients.map(bare).filter((text) => text !== "");
  if (named.length === 0) return [];
  const kept = named.some((text) => /^lưu\b/iu.test(text));
  const all = kept || side === "party" ? named : [...named, "Lưu: VT"];
  return all.map((text, index) => `- ${text}${index === all.length - 1 ? "." : ";"}`);
}

function bare(text: string): string {
  return cleanText(text)
    .replace(/^[-–+•*]\s*/, "")
    .replace(/[;.,]$/, "");
}
