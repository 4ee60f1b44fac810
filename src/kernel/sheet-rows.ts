import { foldTone } from "./vietnamese-text.ts";

type Cells = readonly (readonly (string | null)[])[];

/** A column of a sheet, and what the template has in it in its rows of examples. */
type Headed<Column> = {
  readonly key: Column;
  readonly heading: string;
  readonly examples?: readonly string[];
};

/** One row under the headings: what was written in each column, and its line in the sheet. */
export type SheetRow<Column extends string> = Readonly<Partial<Record<Column, string>>> & {
  readonly line: number;
};

const headingSearchedIn = 10;

/**
 * The rows under the headings, wherever those stand in the first rows and in whatever order, with or without tone
 * marks. Blank rows are left out, and so are the template's examples where they still stand as it has them. Null when a
 * heading that every row needs is missing.
 */
export function rowsUnderHeadings<Column extends string>(
  cells: Cells,
  columns: readonly Headed<Column>[],
  needed: readonly Column[],
): SheetRow<Column>[] | null {
  const top = cells
    .slice(0, headingSearchedIn)
    .findIndex((row) => needed.every((key) => placesOf(row, columns).has(key)));
  if (top < 0) return null;
  const places = placesOf(cells[top]!, columns);
  return cells
    .map((row, index) => rowIn(row, index + 1, places))
    .slice(top + 1)
    .filter((row) => Object.keys(row).length > 1 && !isExample(row, columns));
}

function isExample<Column extends string>(
  row: SheetRow<Column>,
  columns: readonly Headed<Column>[],
): boolean {
  const [first] = columns;
  return [...(first?.examples ?? []).keys()].some((index) =>
    columns.every(({ key, examples = [] }) => (row[key] ?? "").trim() === (examples[index] ?? "")),
  );
}

/** A heading that stands over two columns, one of them hidden perhaps: which is meant cannot be told. */
export function doubleHeading<Column extends string>(
  cells: Cells,
  columns: readonly { readonly key: Column; readonly heading: string }[],
  needed: readonly Column[],
): string | null {
  const top = cells
    .slice(0, headingSearchedIn)
    .find((row) => needed.every((key) => placesOf(row, columns).has(key)));
  const written = (top ?? []).map(plain);
  const twice = columns.find(
    ({ heading }) => written.indexOf(plain(heading)) !== written.lastIndexOf(plain(heading)),
  );
  return twice?.heading ?? null;
}

const plain = (text: string | null) =>
  foldTone(text ?? "")
    .replace(/[^a-z]+/g, " ")
    .trim();

function placesOf<Column extends string>(
  headings: readonly (string | null)[],
  columns: readonly { readonly key: Column; readonly heading: string }[],
): Map<Column, number> {
  const written = headings.map(plain);
  const places = columns.map(({ key, heading }) => [key, written.indexOf(plain(heading))] as const);
  return new Map(places.filter(([, place]) => place >= 0));
}

function rowIn<Column extends string>(
  cells: readonly (string | null)[],
  line: number,
  places: ReadonlyMap<Column, number>,
): SheetRow<Column> {
  const written = [...places].flatMap(([column, place]) => {
    const text = cells[place] ?? null;
    return text === null ? [] : [[column, text] as const];
  });
  return { line, ...Object.fromEntries(written) } as SheetRow<Column>;
}
