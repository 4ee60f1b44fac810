import { nameInSentence } from "#modules/organization/name-in-sentence.ts";
import type { Side } from "./document-model.ts";
import type { Office } from "./office.ts";

/**
 * Whoever issues a paper, as its running text says it: "Ủy ban nhân dân xã An" of an issuer in two lines, whatever
 * the case of the second. A standing body of the Front is one of the committee above it.
 */
export function issuerInText({ superior, issuer }: Pick<Office, "superior" | "issuer">, side: Side): string {
  const name = inOneLine(issuer);
  return side === "front" && superior ? `${name} ${inOneLine(superior)}` : name;
}

function inOneLine(text: string): string {
  const [first, ...rest] = text.split("\n").map((line) => line.trim());
  return [first, ...rest.map((line) => nameInSentence(line))].join(" ");
}
