import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type FileChild,
} from "docx";
import type { Paper } from "../document-model.ts";
import { layOut } from "../lay-out.ts";
import { sheet, type LaidPaper } from "../laid-paper.ts";
import { columnsOf, signatureParagraphs, signatureRow, wordBlock } from "./docx-blocks.ts";
import { lineParagraphs, millimetres, twips } from "./docx-lines.ts";

/** The paper, or several one after another, as a Word document that an office can go on editing, in Times New Roman. */
export async function renderDocx(...papers: readonly [Paper, ...Paper[]]): Promise<Uint8Array> {
  const laid = layOut(papers[0]);
  const others = papers.slice(1).map((paper) => layOut(paper));
  const document = new Document({
    title: laid.name,
    creator: "Đối Thoại",
    styles: { default: { document: { run: wordRun, paragraph: { spacing: { line: 276 } } } } },
    sections: [laid, ...others].map((each) => ({
      properties: sectionOf(each),
      headers: pageNumbers(),
      children: contents(each),
    })),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const wordRun = {
  font: "Times New Roman",
  size: sheet.bodySize * 2,
  language: { value: "vi-VN" },
};

function sectionOf({ landscape }: LaidPaper) {
  const { top, bottom, left, right } = sheet.margins;
  return {
    titlePage: true,
    page: {
      pageNumbers: { start: 1 },
      size: {
        width: millimetres(sheet.width),
        height: millimetres(sheet.height),
        orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        ...{ top: millimetres(top), bottom: millimetres(bottom) },
        ...{ left: millimetres(left), right: millimetres(right), header: millimetres(top / 2) },
      },
    },
  };
}

/** In the middle of the top margin, from the second page on. */
function pageNumbers() {
  const size = sheet.pageNumberSize * 2;
  const number = new TextRun({ size, children: [PageNumber.CURRENT] });
  return {
    first: new Header({ children: [new Paragraph({})] }),
    default: new Header({
      children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })],
    }),
  };
}

function contents(laid: LaidPaper): FileChild[] {
  const { margins, width: short, height: long } = sheet;
  const width = ((laid.landscape ? long : short) - margins.left - margins.right) * (72 / 25.4);
  return [
    header(laid, width),
    new Paragraph({ spacing: { before: 0, after: twips(4) } }),
    ...lineParagraphs(laid.title, width, "center"),
    ...laid.body.flatMap((block) => wordBlock(block, width)),
    new Paragraph({ spacing: { before: 0, after: twips(2) } }),
    ...ending(laid, width),
  ];
}

function header({ left, right, leftShare }: LaidPaper, width: number): FileChild {
  const rest = 1 - leftShare;
  return columnsOf(
    [
      { share: leftShare, children: lineParagraphs(left, leftShare * width, "center") },
      { share: rest, children: lineParagraphs(right, rest * width, "center") },
    ],
    width,
  );
}

/** Recipients at the left of the one who signs; below where several do. */
function ending({ recipients, signatures }: LaidPaper, width: number): FileChild[] {
  const half = width / 2;
  const named = recipients ? lineParagraphs([recipients.label, ...recipients.lines], half, "left") : [];
  if (signatures.length > 1) return [signatureRow(signatures, width), new Paragraph({}), ...named];
  const [person] = signatures;
  if (!person) return named;
  const parts = [
    { share: 0.5, children: named },
    { share: 0.5, children: signatureParagraphs(person, half) },
  ];
  return [columnsOf(parts, width), new Paragraph({})];
}
