import { withPlainMarks } from "#kernel/list-mark.ts";
import { doubleHeading, rowsUnderHeadings, type SheetRow } from "#kernel/sheet-rows.ts";
import { readTypedDate } from "#kernel/typed-date.ts";
import type { CollectedRow } from "../../collected/collected-rows.ts";

type Cells = readonly (readonly (string | null)[])[];
type Column = Exclude<keyof CollectedRow, "line">;

/** The columns of the sheet: what they are called, what is written in the template's two example rows. */
export const collectedColumns: readonly {
  readonly key: Column;
  readonly heading: string;
  readonly width: number;
  readonly examples: readonly [string, string];
}[] = [
  {
    key: "text",
    heading: "Nội dung kiến nghị",
    width: 60,
    examples: ["Đề nghị sửa cầu qua suối đầu thôn.", "Đèn đường ngõ 3 hỏng đã lâu."],
  },
  { key: "field", heading: "Lĩnh vực", width: 26, examples: ["Giao thông", "Điện, chiếu sáng, viễn thông"] },
  { key: "village", heading: "Thôn", width: 22, examples: ["", ""] },
  { key: "raised_by", heading: "Người kiến nghị", width: 24, examples: ["", ""] },
  { key: "naming", heading: "Nêu tên", width: 22, examples: ["Nêu tên", "Không nêu tên"] },
  { key: "kind", heading: "Loại", width: 16, examples: ["Kiến nghị", "Phản ánh"] },
  { key: "on", heading: "Ngày nhận", width: 14, examples: ["", ""] },
];

const needed = ["text", "field"] as const;

/** A heading that stands over two columns of the sheet, where there is one. */
export const headingTwice = (cells: Cells): string | null => doubleHeading(cells, collectedColumns, needed);

/**
 * The rows under the headings; null when the columns that every row needs are missing. A line that one merged cell
 * crosses is a title between the rows and says nothing of its own.
 */
export function collectedRowsIn(cells: Cells): CollectedRow[] | null {
  const rows = rowsUnderHeadings(cells, collectedColumns, needed);
  return rows && rows.filter((row) => !isTitle(row)).map(({ line, ...row }) => ({ line, ...readable(row) }));
}

function isTitle({ line: _, ...row }: SheetRow<Column>): boolean {
  const written = Object.values(row);
  return written.length > 2 && new Set(written).size === 1;
}

function readable(row: Partial<Record<Column, string>>): CollectedRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, text]) => {
      if (column === "text") return [column, withPlainMarks(text)];
      const written = text.replaceAll("\n", " ");
      return [column, column === "on" ? dayIn(written) : written];
    }),
  );
}

/** A day as it was typed, or as the number of days that a sheet keeps it by. */
function dayIn(written: string): string {
  const serial = /^\d{5}$/.test(written) ? Number(written) : null;
  if (serial !== null) return Temporal.PlainDate.from("1899-12-30").add({ days: serial }).toString();
  return readTypedDate(written)?.toString() ?? written;
}
