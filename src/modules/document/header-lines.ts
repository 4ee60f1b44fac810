import { cleanText } from "#kernel/vietnamese-text.ts";
import type { Paper, PaperHeader, Side } from "./document-model.ts";
import type { Line } from "./laid-paper.ts";
import { fitted } from "./line-breaks.ts";
import { numberLine } from "./numbering.ts";
import { paperKind } from "./paper-kinds.ts";
import { boldWidth } from "./text-width.ts";

/** A place to write in by hand, which no line may break. */
const blank = "\u00a0".repeat(6);

/** Whoever issues the paper and its number; of a letter also what it is about. In a block of a width in points. */
export function leftBlock(paper: Paper, width: number): Line[] {
  const { side, header } = paper;
  const size = side === "party" ? 14 : 13;
  return [
    ...linesOf(header.superior).map((text) => ({ text, size })),
    ...issuerLines(header, side, size),
    ...numberLines(header, side, size),
    ...letterAbstract(paper),
  ].map((line) => ({ ...line, text: fitted(line.text, line.size, width) }));
}

/** The nation and its motto; in the Party its name alone. Below it place and date, which a form has not. */
export function rightBlock({ side, kind, header }: Paper, width: number): Line[] {
  const dated = paperKind(kind).form || header.place === "" ? [] : [datedLine(header, width)];
  if (side === "party") {
    return [{ text: "ĐẢNG CỘNG SẢN VIỆT NAM", size: 15, bold: true, rule: "full" }, ...dated];
  }
  return [
    { text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size: 13, bold: true },
    { text: "Độc lập - Tự do - Hạnh phúc", size: 14, bold: true, rule: "full" },
    ...dated,
  ];
}

function issuerLines({ issuer }: PaperHeader, side: Side, size: number): Line[] {
  const lines: Line[] = linesOf(issuer).map((text) => ({ text, size, bold: true }));
  if (side === "party") return [...lines, { text: "*", size }];
  return lines.map((line, index) => (index === lines.length - 1 ? { ...line, rule: "short" } : line));
}

function numberLines({ symbol, blankSymbol }: PaperHeader, side: Side, size: number): Line[] {
  if (symbol !== null) return [{ text: numberLine(side, cleanText(symbol)), size }];
  if (blankSymbol === null) return [];
  return [{ text: numberLine(side, `${blank}${cleanText(blankSymbol)}`), size }];
}

function letterAbstract({ kind, abstract, side }: Paper): Line[] {
  if (!paperKind(kind).letter || !abstract) return [];
  const text = cleanText(abstract);
  return side === "party" ? [{ text, size: 12, italic: true }] : [{ text: `V/v ${text}`, size: 12 }];
}

/** A place with a long name stands above the date. */
function datedLine(header: PaperHeader, width: number): Line {
  const text = placeAndDate(header);
  const fits = boldWidth(text, 14) <= width;
  return { text: fits ? text : text.replace(", ngày", ",\nngày"), size: 14, italic: true };
}

/** "Ninh Dương, ngày 05 tháng 02 năm 2026": days below ten and the first two months have a zero in front. */
export function placeAndDate({ place, date }: Pick<PaperHeader, "place" | "date">): string {
  if (date === null) return `${cleanText(place)}, ngày${blank}tháng${blank}năm${blank}`;
  const { day, month, year } = Temporal.PlainDate.from(date);
  const padded = (value: number) => String(value).padStart(2, "0");
  return `${cleanText(place)}, ngày ${padded(day)} tháng ${month < 3 ? padded(month) : month} năm ${year}`;
}

function linesOf(text: string | null): string[] {
  if (!text) return [];
  return cleanText(text)
    .split("\n")
    .map((line) => line.trim().toLocaleUpperCase("vi"));
}
