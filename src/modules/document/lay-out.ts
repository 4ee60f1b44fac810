import { cleanText } from "#kernel/vietnamese-text.ts";
import type { Paper, Signature } from "./document-model.ts";
import { laidBlocks, openingBlocks } from "./laid-blocks.ts";
import type { LaidPaper, LaidSignature, Line } from "./laid-paper.ts";
import { leftBlock, rightBlock } from "./header-lines.ts";
import { paperKind } from "./paper-kinds.ts";
import { recipientLines } from "./recipient-lines.ts";

/** The paper as its side prescribes it: Nghị định 30/2020 for government and Front, Hướng dẫn 36-HD/VPTW for the Party. */
export function layOut(paper: Paper): LaidPaper {
  const people = paper.signatures ?? (paper.signature ? [paper.signature] : []);
  return {
    side: paper.side,
    landscape: paper.landscape ?? false,
    leftShare: paper.side === "party" ? 0.48 : 0.4,
    name: documentName(paper),
    left: leftBlock(paper),
    right: rightBlock(paper),
    title: titleLines(paper),
    body: [...openingBlocks(paper), ...laidBlocks(paper.body, (person) => laidSignature(paper, person))],
    recipients: laidRecipients(paper),
    signatures: people.map((person) => laidSignature(paper, person)),
  };
}

/** "Thông báo 12/TB-UBND: Kết luận hội nghị đối thoại" */
function documentName({ title, abstract, header }: Paper): string {
  const named = [title, header.symbol ?? ""].filter((part) => part !== "").join(" ");
  return cleanText([named, abstract ?? ""].filter((part) => part !== "").join(": "));
}

function titleLines(paper: Paper): Line[] {
  const { title, abstract, side, kind } = paper;
  if (paperKind(kind).letter || title === "") return [];
  const type: Line = { text: capitals(title), size: side === "party" ? 16 : 14, bold: true };
  if (!abstract) return [type];
  const about: Line = { text: cleanText(abstract), size: 14, bold: true };
  if (side === "party") return [type, about, { text: "-----", size: 14 }];
  return [type, { ...about, rule: "short" }];
}

/** In the Party the title of whoever signs is not bold. */
function laidSignature({ side }: Paper, { authority, title, name }: Signature): LaidSignature {
  const line = (text: string, bold: boolean): Line => ({ text: capitals(text), size: 14, bold });
  const lines = [...(authority ? [line(authority, true)] : []), line(title, side !== "party")];
  return { lines, name: { text: cleanText(name ?? ""), size: 14, bold: true } };
}

function laidRecipients(paper: Paper): LaidPaper["recipients"] {
  const texts = recipientLines(paper.recipients, paper.side);
  if (texts.length === 0) return null;
  if (paper.side === "party") {
    const label: Line = { text: "Nơi nhận:", size: 14, underline: true };
    return { label, lines: texts.map((text) => ({ text, size: 12 })) };
  }
  const label: Line = { text: "Nơi nhận:", size: 12, bold: true, italic: true };
  return { label, lines: texts.map((text) => ({ text, size: 11 })) };
}

function capitals(text: string): string {
  return cleanText(text).toLocaleUpperCase("vi");
}
