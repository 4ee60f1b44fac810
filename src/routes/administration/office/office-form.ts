import type { Office } from "#modules/document/office.ts";

// Lists are rows of the form, and their fields are named as the act's input names them: "signers.0.title". A row
// that was left empty is no row; the errors of the act lead back to the row as it was posted.

type Fields = Record<string, unknown>;
type Row = Record<string, string>;

const rowsOf = {
  suffixes: ["type", "suffix"],
  signers: ["authority", "title", "name"],
  terms: ["name", "from_on"],
} as const;
export type RowsName = keyof typeof rowsOf;

/** Rows to fill: those that are there, and some more. */
export function rowsShown(office: Office): Record<RowsName, Row[]> {
  const more = (rows: Row[], least: number): Row[] => {
    return [...rows, ...Array.from({ length: Math.max(1, least - rows.length) }, () => ({}))];
  };
  return {
    suffixes: more(
      office.suffixes.map(({ type, suffix }) => ({ type, suffix })),
      2,
    ),
    signers: more(
      office.signers.map(({ authority, title, name }) => ({
        authority: authority ?? "",
        title,
        name: name ?? "",
      })),
      2,
    ),
    terms: more(
      office.terms.map(({ name, fromOn }) => ({ name, from_on: fromOn })),
      2,
    ),
  };
}

/** The act's input from what was posted. */
export function officePosted(fields: Fields): Fields {
  const plain = Object.entries(fields).filter(([name]) => !name.includes("."));
  return {
    ...Object.fromEntries(plain),
    recipients: linesOf(fields["recipients"]),
    suffixes: rowsIn(fields, "suffixes"),
    signers: rowsIn(fields, "signers"),
    terms: rowsIn(fields, "terms"),
  };
}

function linesOf(typed: unknown): string[] {
  if (typeof typed !== "string") return [];
  return typed.split(/\r?\n/).filter((line) => line.trim() !== "");
}

function rowsIn(fields: Fields, rows: RowsName): Fields[] {
  const found: Fields[] = [];
  for (let index = 0; `${rows}.${index}.${rowsOf[rows][0]}` in fields; index++) {
    const entries = rowsOf[rows].map((name) => [name, fields[`${rows}.${index}.${name}`]] as const);
    if (entries.some(([, value]) => typeof value === "string" && value.trim() !== "")) {
      found.push(Object.fromEntries(entries));
    }
  }
  return found;
}
