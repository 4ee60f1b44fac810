import { pastedCells } from "#kernel/pasted-cells.ts";
import { rowsUnderHeadings, type SheetRow } from "#kernel/sheet-rows.ts";
import { foldTone, searchKey } from "#kernel/vietnamese-text.ts";
import { chairWords, formWords } from "#modules/conference/words.ts";
import { pastedFaults as sentences, type Sentence } from "./pasted-faults.ts";

/** What can be pasted, column by column; without headings the columns stand in this order. */
export const pastedColumns = {
  asked: [
    { key: "unit", heading: "Đơn vị" },
    { key: "required", heading: "Chỉ tiêu" },
    { key: "form", heading: "Hình thức" },
    { key: "chair_capacity", heading: "Người chủ trì" },
  ],
  planned: [
    { key: "quarter", heading: "Quý" },
    { key: "planned_on", heading: "Ngày dự kiến" },
    { key: "unit", heading: "Đơn vị tổ chức" },
    { key: "form", heading: "Hình thức" },
    { key: "chair_capacity", heading: "Người chủ trì" },
    { key: "topic", heading: "Nội dung" },
    { key: "audience", heading: "Thành phần tham dự" },
    { key: "place", heading: "Địa điểm" },
  ],
} as const;

export type PastedList = keyof typeof pastedColumns;
export type PastedColumn = (typeof pastedColumns)[PastedList][number]["key"];
export type PastedRow = SheetRow<PastedColumn>;

const needed: Record<PastedList, readonly PastedColumn[]> = {
  asked: ["unit", "required"],
  planned: ["quarter", "unit"],
};

/** The rows of a pasted text, under its headings if it has them. */
export function pastedRows(list: PastedList, text: string): PastedRow[] {
  const cells = pastedCells(text);
  const columns: readonly { key: PastedColumn; heading: string }[] = pastedColumns[list];
  const headed = rowsUnderHeadings<PastedColumn>(cells, columns, needed[list]);
  if (headed) return headed;
  return cells.flatMap((row, index) => {
    const written = columns.flatMap(({ key }, place) => (row[place] ? [[key, row[place]] as const] : []));
    return written.length > 0 ? [{ line: index + 1, ...Object.fromEntries(written) } as PastedRow] : [];
  });
}

type Named = { readonly code: string; readonly name: string };
export type At = (column: PastedColumn, sentence: Sentence) => void;

/** A unit by its code, or by a name that only one of them bears. */
export function unitMeant(written: string | undefined, units: readonly Named[], at: At): string {
  if (!written) return wrong(at, "unit", sentences.required);
  const meant = units.filter(({ code, name }) =>
    [code, name].some((each) => searchKey(each) === searchKey(written)),
  );
  if (meant.length === 0) return wrong(at, "unit", sentences.unknownUnit(written));
  if (meant.length > 1) {
    const codes = meant.map(({ code }) => code);
    return wrong(at, "unit", sentences.severalUnits(written, codes));
  }
  return meant[0]!.code;
}

const choices = { form: formWords, chair_capacity: chairWords } as const;

/** One of the words of a choice, in whichever language, or its last words alone: "định kỳ", "bí thư cấp ủy". */
export function choiceWritten(column: keyof typeof choices, written: string | undefined, at: At): string {
  if (!written) return "";
  const words = Object.entries(choices[column]);
  const meant = words.filter(([code, { vi, en }]) =>
    [code, vi, en].some(
      (word) => searchKey(word) === searchKey(written) || searchKey(word).endsWith(` ${searchKey(written)}`),
    ),
  );
  if (meant.length === 1) return meant[0]![0];
  const offered = words.map(([, { vi }]) => vi).join(", ");
  const offeredInEnglish = words.map(([, { en }]) => en).join(", ");
  return wrong(at, column, sentences.unknownChoice(written, offered, offeredInEnglish));
}

/** "2", "II", "Quý II". */
export function quarterWritten(written: string | undefined, at: At): string {
  if (!written) return "";
  const sign = foldTone(written)
    .trim()
    .replace(/^(quy|quarter|q)\s*/, "");
  const place = [
    ["1", "i"],
    ["2", "ii"],
    ["3", "iii"],
    ["4", "iv"],
  ].findIndex((signs) => signs.includes(sign));
  return place < 0 ? wrong(at, "quarter", sentences.notAQuarter(written)) : String(place + 1);
}

/** A text of at most so many characters. */
export function textWritten(column: PastedColumn, written: string | undefined, most: number, at: At): string {
  if (written && written.length > most) return wrong(at, column, sentences.tooLong(most));
  return written ?? "";
}

export function wrong(at: At, column: PastedColumn, sentence: Sentence): "" {
  at(column, sentence);
  return "";
}
