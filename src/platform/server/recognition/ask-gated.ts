import type pg from "pg";
import { askInTurn } from "../database/in-turns.ts";
import type { GatedQuestion, GateValues } from "./gate.ts";

/** A gated question as it is sent; under its name the server keeps the plan. */
export type NamedQuestion = GatedQuestion & { readonly name: string | undefined };

/** Whether the gate holds, and what was told behind it. */
export type GatedAnswer = readonly [holds: boolean, told: string | null];

/** Asks it over whichever connection comes first, with those that wait for one too. */
export async function askGated(
  pool: pg.Pool,
  { name, text, values }: NamedQuestion,
  gateValues: GateValues,
): Promise<GatedAnswer> {
  const asked = { name, text, values: [...gateValues, ...values], rowMode: "array" as const };
  const [row] = await askInTurn(pool, asked);
  return row as unknown as GatedAnswer;
}

/** What a list of identifiers is made of. */
const plainWord = /^[\w-]+$/;

/** A value as it is sent, where that is the same each time: a list of a hundred registers need not be written for each question. */
export function asSent(value: unknown): unknown {
  const isPlain = (one: unknown) =>
    typeof one === "boolean" || (typeof one === "string" && plainWord.test(one));
  return Array.isArray(value) && value.every(isPlain) ? `{${value.map(wordOf).join()}}` : value;
}

/** `null` in a list would be none. */
const wordOf = (word: string | boolean) => `"${word}"`;

/**
 * Names for texts, so many at most: every connection keeps its own plans. A text with a pattern has none, for the best way to
 * look for words depends on the words (decision 19).
 */
export function namesOfTexts(prefix: string, atMost: number): (text: string) => string | undefined {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known || names.size >= atMost || /\blike\b/i.test(text)) return known;
    const name = `${prefix}${names.size}`;
    names.set(text, name);
    return name;
  };
}
