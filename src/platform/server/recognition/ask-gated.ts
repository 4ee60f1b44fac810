import type pg from "pg";
import type { GatedQuestion, GateValues } from "./gate.ts";

/** A gated question as it is sent; under its name the server keeps the plan. */
export type NamedQuestion = GatedQuestion & { readonly name: string | undefined };

/** Whether the gate holds, and what was told behind it. */
export type GatedAnswer = readonly [holds: boolean, told: string | null];

/** Asks it over a connection of its own turn: one that fails is given up. */
export async function askGated(
  pool: pg.Pool,
  { name, text, values }: NamedQuestion,
  gateValues: GateValues,
): Promise<GatedAnswer> {
  const asked = { name, text, values: [...gateValues, ...values], rowMode: "array" as const };
  const client = await pool.connect();
  try {
    const { rows } = await client.query<[boolean, string | null]>(asked);
    client.release();
    return rows[0]!;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

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
