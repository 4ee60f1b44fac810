import { rowsUnderHeadings } from "#kernel/sheet-rows.ts";
import { readTypedDate } from "#ui/typed-date.ts";
import type { CollectedRow } from "../collected-rows.ts";

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

/** The rows under the headings; null when the columns that every row needs are missing. */
export function collectedRowsIn(cells: readonly (readonly (string | null)[])[]): CollectedRow[] | null {
  const rows = rowsUnderHeadings(cells, collectedColumns, ["text", "field"]);
  return rows && rows.map(({ line, ...row }) => ({ line, ...readable(row) }));
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

/** What Word pastes as the mark of a list becomes a dash; a mark before the only line says nothing. */
function withPlainMarks(text: string): string {
  const lines = text.split("\n").map((line) => line.replace(/^[•◦▪■●○➢➤✓\uf0a7\uf0b7\uf0d8*+–—-]\s*/u, "- "));
  return lines.length === 1 ? lines[0]!.replace(/^- /, "") : lines.join("\n");
}

/** A day as it was typed, or as the number of days that a sheet keeps it by. */
function dayIn(written: string): string {
  const serial = /^\d{5}$/.test(written) ? Number(written) : null;
  if (serial !== null) return Temporal.PlainDate.from("1899-12-30").add({ days: serial }).toString();
  return readTypedDate(written)?.toString() ?? written;
}
