import {
  AlignmentType,
  BorderStyle,
  type ITableCellOptions,
  LeaderType,
  LineRuleType,
  Paragraph,
  Tab,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  Table as WordTable,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { Align } from "../document-model.ts";
import {
  type Measures,
  sheet,
  type LaidBlock,
  type LaidCell,
  type LaidSignature,
  type LaidText,
} from "../laid-paper.ts";
import type { LaidTable } from "../laid-paper.ts";
import { lineParagraphs, millimetres, spacing, textRuns, twips } from "./docx-lines.ts";

const alignments = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
  justify: AlignmentType.BOTH,
} as const satisfies Record<Align, string>;

type Spacing = ReturnType<typeof spacing>;
const prosaic = ({ paragraphGap }: Measures) => spacing(paragraphGap, sheet.lineSpacing);
export const noBorder = { style: BorderStyle.NONE, size: 0, color: "auto" };
export const borderless = { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder };

/** What Word shows of a block, in a column of a width in points. */
export function wordBlock(block: LaidBlock, width: number, measures: Measures): (Paragraph | WordTable)[] {
  const spaced = prosaic(measures);
  switch (block.kind) {
    case "text":
      return [prose(block, spaced)];
    case "table":
      return [sheetOf(block, width), room(6)];
    case "signatures":
      return [signatureRow(block.people, width, measures.signatureGap)];
    case "dots":
      return dotted(block, width, spaced);
    case "choices":
      return choices(block, spaced);
    case "pageBreak":
      return [new Paragraph({ pageBreakBefore: true })];
    case "blankLine":
      return [new Paragraph({ spacing: spaced })];
  }
}

/** So many points with nothing in them; it goes with what follows. */
export function room(points: number): Paragraph {
  const exactly = { before: 0, after: 0, line: twips(points), lineRule: LineRuleType.EXACTLY };
  return new Paragraph({ keepNext: true, spacing: exactly, children: [new TextRun({ text: "", size: 2 })] });
}

function prose({ runs, align, indent, level, keep }: LaidText, spaced: Spacing): Paragraph {
  return new Paragraph({
    alignment: alignments[align],
    spacing: spaced,
    indent: indent ? { firstLine: millimetres(sheet.firstLineIndent) } : undefined,
    ...(keep || level > 0 ? { keepNext: true } : {}),
    ...(level > 0 ? { outlineLevel: level } : {}),
    children: textRuns(runs),
  });
}

function sheetOf({ widths, titles, rows, tall, total, keep }: LaidTable, width: number): WordTable {
  const heads = titles.map((title) => ({
    runs: [{ text: title, bold: true }],
    span: 1,
    align: "center" as const,
  }));
  const lastRow = rows.length - 1;
  const row = (cells: readonly LaidCell[], index?: number) =>
    new TableRow({
      cantSplit: index === undefined || !tall.includes(index),
      children: cells.map((cell) => new TableCell(cellOf(cell, keep && (index ?? lastRow) === lastRow))),
    });
  const titled = heads.map(
    (cell) => new TableCell({ ...cellOf(cell), verticalAlign: VerticalAlignTable.CENTER }),
  );
  const header = new TableRow({ tableHeader: true, cantSplit: true, children: titled });
  return new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: widths.map((share) => twips(share * width)),
    rows: [header, ...rows.map(row), ...(total ? [row(total)] : [])],
  });
}

function cellOf({ runs, span, align }: LaidCell, keepNext = false): ITableCellOptions {
  const alignment = align === "justify" ? AlignmentType.LEFT : alignments[align];
  const children = textRuns(runs, sheet.tableSize);
  return {
    columnSpan: span,
    margins: { top: twips(2), bottom: twips(2), left: twips(4), right: twips(4) },
    children: [
      new Paragraph({ alignment, spacing: spacing(0), children, ...(keepNext ? { keepNext } : {}) }),
    ],
  };
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
export function signatureParagraphs({ lines, name }: LaidSignature, width: number, gap: number): Paragraph[] {
  const signed = lineParagraphs([name], width, "center");
  return [...lineParagraphs(lines, width, "center"), room((gap * 72) / 25.4), ...signed];
}

export function signatureRow(people: readonly LaidSignature[], width: number, gap: number): WordTable {
  const share = 1 / people.length;
  const parts = people.map((person) => ({
    share,
    children: signatureParagraphs(person, share * width, gap),
  }));
  return columnsOf(parts, width);
}

function dotted(
  { label, lines }: Extract<LaidBlock, { kind: "dots" }>,
  width: number,
  spaced: Spacing,
): Paragraph[] {
  const tabStops = [{ type: TabStopType.RIGHT, position: twips(width), leader: LeaderType.DOT }];
  return Array.from({ length: lines }, (_, index) => {
    const text = index === 0 && label !== "" ? [new TextRun({ text: `${label} ` })] : [];
    const children = [...text, new TextRun({ children: [new Tab()] })];
    return new Paragraph({ tabStops, spacing: spaced, children });
  });
}

function choices({ items, inline }: Extract<LaidBlock, { kind: "choices" }>, spaced: Spacing): Paragraph[] {
  const box = () => new TextRun({ text: "☐", font: "Segoe UI Symbol" });
  const line = (children: TextRun[]) =>
    new Paragraph({ indent: { left: millimetres(sheet.firstLineIndent) }, spacing: spaced, children });
  if (!inline) return items.map((item) => line([box(), new TextRun(` ${item}`)]));
  return [line(items.flatMap((item) => [box(), new TextRun(` ${item}        `)]))];
}
