import { BorderStyle, HeightRule, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import type { FileChild, ITableCellOptions, Paragraph } from "docx";
import { lineWidth, sheet, type LaidPaper } from "../laid-paper.ts";
import {
  borderless,
  columnsOf,
  noBorder,
  room,
  signatureParagraphs,
  signatureRow,
  wordBlock,
} from "./docx-blocks.ts";
import { lineParagraphs, millimetres, twips } from "./docx-lines.ts";

/** All that stands on the sheets of a paper; of a form twice, with a line to cut along. */
export function contents(laid: LaidPaper): FileChild[] {
  const width = lineWidth(laid.measures, laid.landscape);
  return laid.copies === 2 ? [twice(laid, width)] : whole(laid, width);
}

function whole(laid: LaidPaper, width: number): (Paragraph | Table)[] {
  return [
    header(laid, width),
    room((laid.measures.titleGap * 72) / 25.4),
    ...lineParagraphs(laid.title, width, "center"),
    ...(laid.title.length > 0 ? [room(6)] : []),
    ...laid.body.flatMap((block) => wordBlock(block, width, laid.measures)),
    room(laid.measures.paragraphGap),
    ...ending(laid, width),
  ];
}

function header({ left, right, leftShare }: LaidPaper, width: number): Table {
  const rest = 1 - leftShare;
  const parts = [
    { share: leftShare, children: lineParagraphs(left, leftShare * width, "center") },
    { share: rest, children: lineParagraphs(right, rest * width, "center") },
  ];
  return columnsOf(parts, width);
}

/** Recipients at the left of the one who signs; below where several do. */
function ending({ recipients, signatures, measures }: LaidPaper, width: number): (Paragraph | Table)[] {
  const half = width / 2;
  const gap = measures.signatureGap;
  const named = recipients ? lineParagraphs([recipients.label, ...recipients.lines], half, "left") : [];
  if (signatures.length > 1) return [signatureRow(signatures, width, gap), room(14), ...named];
  const [person] = signatures;
  if (!person) return named;
  const parts = [
    { share: 0.5, children: named },
    { share: 0.5, children: signatureParagraphs(person, half, gap) },
  ];
  return [columnsOf(parts, width), room(1)];
}

/** Each half is at least as high as half the sheet, and grows with what is in it: nothing is cut off. */
function twice(laid: LaidPaper, width: number): Table {
  const { top, bottom } = laid.measures.margins;
  const dashed = { style: BorderStyle.DASHED, size: 6, color: "000000" };
  // The last paragraph of a page that a table fills takes room of its own.
  const value = millimetres((sheet.height - top - bottom - 6) / 2);
  const half = (borders: ITableCellOptions["borders"], above: number) =>
    new TableRow({
      height: { value, rule: HeightRule.ATLEAST },
      cantSplit: true,
      children: [
        new TableCell({
          ...(borders ? { borders } : {}),
          margins: { top: twips(above), left: 0, right: 0 },
          children: whole(laid, width),
        }),
      ],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: [twips(width)],
    borders: { ...borderless, insideHorizontal: noBorder, insideVertical: noBorder },
    rows: [half({ ...borderless, bottom: dashed }, 0), half({ ...borderless, top: dashed }, 14)],
  });
}
