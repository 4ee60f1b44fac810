import {
  AlignmentType,
  BorderStyle,
  LeaderType,
  Paragraph,
  Tab,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  Table as WordTable,
  TextRun,
  WidthType,
} from "docx";
import type { Align } from "../document-model.ts";
import { sheet, type LaidBlock, type LaidCell, type LaidSignature, type LaidText } from "../laid-paper.ts";
import type { LaidTable } from "../laid-paper.ts";
import { lineParagraphs, millimetres, textRuns, twips } from "./docx-lines.ts";

const alignments = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
  justify: AlignmentType.BOTH,
} as const satisfies Record<Align, string>;

const after = { before: 0, after: twips(6) };
const noBorder = { style: BorderStyle.NONE, size: 0, color: "auto" };
const borderless = { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder };

/** What Word shows of a block, in a column of a width in points. */
export function wordBlock(block: LaidBlock, width: number): (Paragraph | WordTable)[] {
  switch (block.kind) {
    case "text":
      return [prose(block)];
    case "table":
      return [sheetOf(block, width), new Paragraph({ spacing: after })];
    case "signatures":
      return [signatureRow(block.people, width)];
    case "dots":
      return dotted(block.label, block.lines, width);
    case "choices":
      return choices(block.items, block.inline);
    case "pageBreak":
      return [new Paragraph({ pageBreakBefore: true })];
    case "blankLine":
      return [new Paragraph({ spacing: after })];
  }
}

function prose({ runs, align, indent, level }: LaidText): Paragraph {
  return new Paragraph({
    alignment: alignments[align],
    spacing: after,
    indent: indent ? { firstLine: millimetres(sheet.firstLineIndent) } : undefined,
    ...(level > 0 ? { outlineLevel: level, keepNext: true } : {}),
    children: textRuns(runs),
  });
}

function sheetOf({ widths, titles, rows, total }: LaidTable, width: number): WordTable {
  const heads = titles.map((title) => ({
    ...{ runs: [{ text: title, bold: true }], span: 1, align: "center" as const },
  }));
  const row = (cells: readonly LaidCell[], tableHeader = false) =>
    new TableRow({ tableHeader, cantSplit: true, children: cells.map(wordCell) });
  return new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: widths.map((share) => twips(share * width)),
    rows: [row(heads, true), ...rows.map((cells) => row(cells)), ...(total ? [row(total)] : [])],
  });
}

function wordCell({ runs, span, align }: LaidCell): TableCell {
  const inCell = align === "justify" ? AlignmentType.LEFT : alignments[align];
  return new TableCell({
    columnSpan: span,
    margins: { top: twips(2), bottom: twips(2), left: twips(4), right: twips(4) },
    children: [new Paragraph({ alignment: inCell, children: textRuns(runs, sheet.tableSize) })],
  });
}

/** Columns without borders, such as the two blocks of a header. Shares sum to 1. */
export function columnsOf(
  parts: readonly { share: number; children: readonly Paragraph[] }[],
  width: number,
): WordTable {
  const cells = parts.map(
    ({ children }) =>
      new TableCell({
        borders: borderless,
        margins: { left: 0, right: 0 },
        children: children.length > 0 ? [...children] : [new Paragraph({})],
      }),
  );
  return new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: parts.map(({ share }) => twips(share * width)),
    borders: { ...borderless, insideHorizontal: noBorder, insideVertical: noBorder },
    rows: [new TableRow({ cantSplit: true, children: cells })],
  });
}

/** Who signs, with room for the hand and the seal. */
export function signatureParagraphs({ lines, name }: LaidSignature, width: number): Paragraph[] {
  const room = new Paragraph({ spacing: { before: 0, after: millimetres(sheet.signatureGap) } });
  return [...lineParagraphs(lines, width, "center"), room, ...lineParagraphs([name], width, "center")];
}

export function signatureRow(people: readonly LaidSignature[], width: number): WordTable {
  const share = 1 / people.length;
  const parts = people.map((person) => ({ share, children: signatureParagraphs(person, share * width) }));
  return columnsOf(parts, width);
}

function dotted(label: string, lines: number, width: number): Paragraph[] {
  const tabStops = [{ type: TabStopType.RIGHT, position: twips(width), leader: LeaderType.DOT }];
  return Array.from({ length: lines }, (_, index) => {
    const text = index === 0 && label !== "" ? [new TextRun({ text: `${label} ` })] : [];
    const children = [...text, new TextRun({ children: [new Tab()] })];
    return new Paragraph({ tabStops, spacing: after, children });
  });
}

function choices(items: readonly string[], inline: boolean): Paragraph[] {
  const box = () => new TextRun({ text: "☐", font: "Segoe UI Symbol" });
  const line = (children: TextRun[]) =>
    new Paragraph({ indent: { left: millimetres(sheet.firstLineIndent) }, spacing: after, children });
  if (!inline) return items.map((item) => line([box(), new TextRun(` ${item}`)]));
  return [line(items.flatMap((item) => [box(), new TextRun(` ${item}        `)]))];
}
