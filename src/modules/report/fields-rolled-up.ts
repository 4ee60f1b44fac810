import { mostFirst } from "./most-first.ts";
import type { Tally } from "./report.ts";

/** A field of the first level with all that was counted below it, and its parts where it has any. */
export type FieldWhole = {
  readonly code: string;
  readonly count: number;
  /** Fields below it, the most first; the field's own code among them stands for what names no part. */
  readonly parts: readonly { readonly code: string; readonly count: number }[];
};

/** The field of the first level that a field belongs to: `dat_dai.cap_gcn` to `dat_dai`. */
export function wholeField(code: string): string {
  const dot = code.indexOf(".");
  return dot < 0 ? code : code.slice(0, dot);
}

/** A tally by field, added up by field of the first level, the most first, of as many by name; nothing is counted twice or left out. */
export function fieldsRolledUp(tally: Tally, nameOf: (code: string) => string): FieldWhole[] {
  const counted = mostFirst(
    Object.entries(tally).map(([code, count]) => ({ code, count })),
    nameOf,
  );
  const wholes = [...new Set(counted.map(({ code }) => wholeField(code)))];
  return mostFirst(
    wholes.map((code) => wholeOf(code, counted)),
    nameOf,
  );
}

function wholeOf(code: string, counted: readonly { code: string; count: number }[]): FieldWhole {
  const below = counted.filter((one) => wholeField(one.code) === code);
  const count = below.reduce((sum, one) => sum + one.count, 0);
  const isPlain = below.every((one) => one.code === code);
  return { code, count, parts: isPlain ? [] : below };
}
