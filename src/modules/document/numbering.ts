import { Problem } from "#kernel/problem.ts";
import { cleanText } from "#kernel/vietnamese-text.ts";
import type { Side } from "./document-model.ts";
import { documentProblems as problems } from "./problems.ts";

// Three grammars of number and symbol. Party: `101-KH/ĐU`, per type through the committee's term. Government:
// `12/TB-UBND`, from 1 each 1 January, official letters `15/UBND-VP`. Front: `07/KH-MTTQ-BTT`, as the government's.

/** A term of a Party committee, from its congress's day until the next one begins. */
export type Term = { readonly name: string; readonly fromOn: string };

export type DocumentNumber = {
  /** From 1. */
  readonly number: number;
  /** A letter after the number, as papers put in between bear it ("12a"); empty otherwise. */
  readonly letter: string;
  /** What follows the type: "UBND", "ĐU", "MTTQ-BTT"; of a letter all that follows the number: "UBND-VP". */
  readonly suffix: string;
};

/** "101-KH/ĐU", "12/TB-UBND", "15/UBND-VP", "07/KH-MTTQ-BTT"; numbers below ten have a zero in front. */
export function symbolText(side: Side, type: string, { number, letter, suffix }: DocumentNumber): string {
  return `${String(number).padStart(2, "0")}${letter}${blankSymbol(side, type, suffix)}`;
}

/** The symbol behind the number: "-KH/ĐU", "/TB-UBND". */
export function blankSymbol(side: Side, type: string, suffix: string): string {
  if (side === "party") return `-${type}/${suffix}`;
  return type === "CV" ? `/${suffix}` : `/${type}-${suffix}`;
}

/** "Số 101-KH/ĐU" in the Party, "Số: 12/TB-UBND" elsewhere. */
export function numberLine(side: Side, symbol: string): string {
  return side === "party" ? `Số ${symbol}` : `Số: ${symbol}`;
}

/**
 * The period through which a number is unique: the year, or in the Party the name of the term.
 * @throws Problem `no_term` for a day before the first term known
 */
export function seriesPeriod(side: Side, day: string, terms: readonly Term[]): string {
  if (side !== "party") return day.slice(0, 4);
  const begun = terms
    .filter(({ fromOn }) => fromOn <= day)
    .toSorted((a, b) => (a.fromOn < b.fromOn ? 1 : -1));
  if (!begun[0]) throw new Problem(problems.no_term, { field: "issued_on", values: { on: day } });
  return begun[0].name;
}

const party = /^(\d{1,6})\s*(\p{Ll}?)\s*-\s*(\p{L}+)\s*\/\s*(\S+)$/u;
const other = /^(\d{1,6})\s*(\p{Ll}?)\s*\/\s*(\S+)$/u;

/**
 * The number that a paper already bears, read as its side writes it; "Số", ":" and spaces around do not matter.
 * @throws Problem `symbol_unreadable`, `symbol_of_another_type`
 */
export function parseSymbol(side: Side, type: string, text: string): DocumentNumber {
  const bare = cleanText(text)
    .replace(/[‐-―−]/g, "-")
    .replace(/^số\s*:?\s*/iu, "")
    .replace(/(?<!\s)\s*([-/])\s*/g, "$1");
  const parsed = side === "party" ? partyParts(bare) : otherParts(bare, type);
  if (!parsed || parsed.number === 0) throw unreadable(side, type, text);
  if (parsed.type !== type) {
    const values = { text: bare, found: parsed.type, type };
    throw new Problem(problems.symbol_of_another_type, { field: "symbol", values });
  }
  return { number: parsed.number, letter: parsed.letter, suffix: parsed.suffix };
}

type Parts = DocumentNumber & { readonly type: string };

function partyParts(text: string): Parts | null {
  const found = party.exec(text);
  if (!found) return null;
  return { number: Number(found[1]), letter: found[2]!, type: found[3]!, suffix: found[4]! };
}

/** A letter's symbol names the issuer first, any other its type; the types are short and known. */
function otherParts(text: string, expected: string): Parts | null {
  const found = other.exec(text);
  if (!found) return null;
  const [number, letter, symbol] = [Number(found[1]), found[2]!, found[3]!];
  const named = /^([^-/]+)-(.+)$/u.exec(symbol);
  const type = named?.[1];
  if (named && type !== undefined && (type === expected || types.has(type))) {
    return { number, letter, type, suffix: named[2]! };
  }
  return { number, letter, type: "CV", suffix: symbol };
}

/** Abbreviations of the types of administrative papers that a symbol may begin with. */
const types: ReadonlySet<string> = new Set(
  "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB".split(" "),
);

function unreadable(side: Side, type: string, text: string): Problem {
  const suffix = { party: "ĐU", government: type === "CV" ? "UBND-VP" : "UBND", front: "MTTQ-BTT" }[side];
  const pattern = symbolText(side, type, { number: 12, letter: "", suffix });
  return new Problem(problems.symbol_unreadable, { field: "symbol", values: { text, pattern } });
}
