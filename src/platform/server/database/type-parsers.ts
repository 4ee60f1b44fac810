import pg from "pg";

type Parser = (text: string) => unknown;
const { builtins } = pg.types;
const readTexts: (text: string) => (string | null)[] = pg.types.getTypeParser(1009 as number); // text[]

/**
 * How column values become JavaScript ones.
 *
 * - `date` stays "YYYY-MM-DD": a day has no time and no zone (`Temporal.PlainDate.from` reads it).
 * - `bigint` and counts are numbers; one too large to be exact is an error rather than a wrong figure.
 * - `timestamptz` is a `Date`: an instant (`Temporal.Instant` via `.toTemporalInstant()`).
 * - `numeric` stays text, exact.
 */
const parsers = new Map<number, Parser>([
  [builtins.DATE, (text) => text],
  [1182, readTexts], // date[]
  [builtins.INT8, exactNumber],
  [1016, (text) => readTexts(text).map((item) => (item === null ? null : exactNumber(item)))], // bigint[]
]);

export const typeParsers = {
  getTypeParser(oid: number, format?: "text" | "binary"): Parser {
    return (format !== "binary" && parsers.get(oid)) || pg.types.getTypeParser(oid, format as "text");
  },
} as pg.CustomTypesConfig;

function exactNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The number ${text} is too large to be exact.`);
  return value;
}
