import { readTypedDate } from "#ui/typed-date.ts";
import { foldTone } from "#kernel/vietnamese-text.ts";
import type { UnitRow } from "../unit-rows.ts";

type Column = Exclude<keyof UnitRow, "line">;

/** The columns of the sheet: what they are called, what is written in the template's two example rows. */
export const sheetColumns: readonly {
  key: Column;
  heading: string;
  width: number;
  examples: [string, string];
}[] = [
  { key: "code", heading: "Mã đơn vị", width: 18, examples: ["XA-T1", "XA-VP"] },
  { key: "name", heading: "Tên đầy đủ", width: 36, examples: ["Thôn Đông Cao", "Văn phòng HĐND và UBND"] },
  { key: "kind", heading: "Loại", width: 16, examples: ["Thôn", "Cơ quan"] },
  { key: "parent", heading: "Mã đơn vị cấp trên", width: 22, examples: ["", ""] },
  { key: "from", heading: "Từ ngày", width: 14, examples: ["01/07/2025", ""] },
  { key: "until", heading: "Đến ngày", width: 14, examples: ["", ""] },
];

const headingSearchedIn = 10;

/**
 * The rows under the headings, wherever those stand in the first rows and in whatever order. Blank rows are left
 * out. Null when a heading that every row needs (code, name, kind) is missing.
 */
export function unitRowsIn(cells: readonly (readonly (string | null)[])[]): UnitRow[] | null {
  const top = cells.slice(0, headingSearchedIn).findIndex((row) => placesOf(row).has("code"));
  const places = placesOf(cells[top] ?? []);
  if (!(["code", "name", "kind"] as const).every((column) => places.has(column))) return null;
  return cells
    .map((row, index) => rowIn(row, index + 1, places))
    .slice(top + 1)
    .filter((row) => Object.keys(row).length > 1);
}

function placesOf(headings: readonly (string | null)[]): Map<Column, number> {
  const plain = (text: string | null) =>
    foldTone(text ?? "")
      .replace(/[^a-z]+/g, " ")
      .trim();
  const places = sheetColumns.map(
    ({ key, heading }) => [key, headings.map(plain).indexOf(plain(heading))] as const,
  );
  return new Map(places.filter(([, place]) => place >= 0));
}

function rowIn(
  cells: readonly (string | null)[],
  line: number,
  places: ReadonlyMap<Column, number>,
): UnitRow {
  const row: Partial<Record<Column, string>> & { line: number } = { line };
  for (const [column, place] of places) {
    const text = cells[place] ?? null;
    if (text === null) continue;
    const isDay = column === "from" || column === "until";
    row[column] = isDay ? (readTypedDate(text)?.toString() ?? text) : text;
  }
  return row;
}
