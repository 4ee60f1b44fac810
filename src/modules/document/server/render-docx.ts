import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from "docx";
import type { Paper } from "../document-model.ts";
import { layOut } from "../lay-out.ts";
import { sheet, type LaidPaper } from "../laid-paper.ts";
import { contents } from "./docx-contents.ts";
import { millimetres } from "./docx-lines.ts";

/** The paper, or several one after another, as a Word document that an office can go on editing, in Times New Roman. */
export async function renderDocx(...papers: readonly [Paper, ...Paper[]]): Promise<Uint8Array> {
  const laid = layOut(papers[0]);
  const others = papers.slice(1).map((paper) => layOut(paper));
  const document = new Document({
    title: laid.name,
    creator: officeOf(papers[0]),
    lastModifiedBy: officeOf(papers[0]),
    styles: { default: { document: { run: wordRun(laid) } } },
    sections: [laid, ...others].map((each) => ({
      properties: sectionOf(each),
      ...(each.copies === 1 ? { headers: pageNumbers() } : {}),
      children: contents(each),
    })),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Who wrote it, as the properties of the file tell: the office in whose name it is, not the program. */
function officeOf({ header }: Paper): string {
  return header.issuer.replaceAll("\n", " ");
}

function wordRun({ measures }: LaidPaper) {
  return { font: "Times New Roman", size: measures.bodySize * 2, language: { value: "vi-VN" } };
}

function sectionOf({ landscape, measures }: LaidPaper) {
  const { top, bottom, left, right } = measures.margins;
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
        top: millimetres(top),
        bottom: millimetres(bottom),
        left: millimetres(left),
        right: millimetres(right),
        header: millimetres(top / 2),
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
