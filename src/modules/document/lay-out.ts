import { cleanText } from "#kernel/vietnamese-text.ts";
import type { Paper, Side, Signature } from "./document-model.ts";
import { laidBlocks, openingBlocks } from "./laid-blocks.ts";
import {
  halfSheetForm,
  lineWidth,
  officePaper,
  type LaidBlock,
  type LaidPaper,
  type LaidSignature,
  type LaidTable,
  type Line,
} from "./laid-paper.ts";
import { leftBlock, rightBlock } from "./header-lines.ts";
import { fitted } from "./line-breaks.ts";
import { paperKind } from "./paper-kinds.ts";
import { recipientLines } from "./recipient-lines.ts";

/** The paper as its side prescribes it: Nghị định 30/2020 for government and Front, Hướng dẫn 36-HD/VPTW for the Party. */
export function layOut(paper: Paper): LaidPaper {
  const { side, landscape = false } = paper;
  const people = paper.signatures ?? (paper.signature ? [paper.signature] : []);
  const measures = paperKind(paper.kind).form ? halfSheetForm : officePaper;
  const width = lineWidth(measures, landscape);
  const leftShare = side === "party" ? 0.48 : 0.4;
  const signature = (person: Signature, among: number) => laidSignature(paper, person, width / among);
  const within = (line: Line) => ({ ...line, size: Math.min(line.size, measures.headerSize) });
  const body = laidBlocks(paper.body, width, signature);
  return {
    side,
    landscape,
    copies: paperKind(paper.kind).form ? 2 : 1,
    measures,
    leftShare,
    name: documentName(paper),
    left: leftBlock(paper, leftShare * width).map(within),
    right: rightBlock(paper, (1 - leftShare) * width).map(within),
    title: titleLines(paper, width),
    body: [...openingBlocks(paper), ...(people.length > 0 ? keptTogether(ended(body, side)) : body)],
    recipients: laidRecipients(paper),
    signatures: people.map((person) => signature(person, Math.max(people.length, 2))),
  };
}

/** The words of an administrative paper end in "./.", so that nothing is added below them; those of the Party do not. */
function ended(body: readonly LaidBlock[], side: Side): readonly LaidBlock[] {
  const last = body.at(-1);
  const said = last?.kind === "text" && last.level === 0 ? last.runs.at(-1) : undefined;
  if (side === "party" || last?.kind !== "text" || !said) return body;
  const text = `${said.text.trimEnd().replace(/(?<![.;,/])[.;,/]+$/u, "")}./.`;
  return [...body.slice(0, -1), { ...last, runs: [...last.runs.slice(0, -1), { ...said, text }] }];
}

/** No signature stands on a page of its own: the last words go with it, or the last row where a table is all there is. */
function keptTogether(body: readonly LaidBlock[]): LaidBlock[] {
  const last = body.at(-1);
  const goes = last?.kind === "text" || (last?.kind === "table" && endsInARow(last));
  return goes ? [...body.slice(0, -1), { ...last, keep: true }] : [...body];
}

/** One that stands on a page whole; a table of one row would leave its head behind. */
function endsInARow({ rows, tall, total }: LaidTable): boolean {
  return rows.length > 1 && !tall.includes(rows.length - 1) && (total === null || rows.length > 2);
}

/** "Thông báo 12/TB-UBND: Kết luận hội nghị đối thoại" */
function documentName({ title, abstract, header }: Paper): string {
  const named = [title, header.symbol ?? ""].filter((part) => part !== "").join(" ");
  return cleanText([named, abstract ?? ""].filter((part) => part !== "").join(": "));
}

function titleLines(paper: Paper, width: number): Line[] {
  const { title, abstract, side, kind } = paper;
  if (paperKind(kind).letter || title === "") return [];
  const type: Line = { text: capitals(title), size: side === "party" ? 16 : 14, bold: true };
  if (!abstract) return [type];
  const about: Line = { text: fitted(cleanText(abstract), 14, width), size: 14, bold: true };
  if (side === "party") return [type, about, { text: "-----", size: 14 }];
  return [type, { ...about, rule: "short" }];
}

/** In the Party the title of whoever signs is not bold. */
function laidSignature({ side }: Paper, { authority, title, name }: Signature, width: number): LaidSignature {
  const line = (text: string, bold: boolean): Line => ({
    text: fitted(capitals(text), 14, width),
    size: 14,
    bold,
  });
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
