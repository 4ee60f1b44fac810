import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  NoBreakHyphen,
  Paragraph,
  TextRun,
  type IRunOptions,
} from "docx";
import type { Run } from "../document-model.ts";
import { joinedWords } from "../joined-words.ts";
import { sheet, type Line } from "../laid-paper.ts";
import { boldWidth } from "../text-width.ts";

/** Word counts in twentieths of a point; sizes of letters in halves. */
export const twips = (points: number) => Math.round(points * 20);
export const millimetres = (length: number) => twips((length * 72) / 25.4);

/** Said of every paragraph: Word and LibreOffice do not agree on what one inherits that says but a part of it. */
export function spacing(after: number, lines = 1) {
  return { before: 0, after: twips(after), line: Math.round(lines * 240), lineRule: LineRuleType.AUTO };
}

/** The runs of a text; a line break within one is a break of the line. */
export function textRuns(runs: readonly Run[], size?: number): TextRun[] {
  return runs.flatMap(({ text, bold, italic }) =>
    broken(text, { bold, italics: italic, ...(size ? { size: size * 2 } : {}) }),
  );
}

function broken(text: string, look: IRunOptions): TextRun[] {
  return text
    .split("\n")
    .map((part, index) => new TextRun({ ...look, ...saidIn(part), ...(index > 0 ? { break: 1 } : {}) }));
}

/** Word breaks a line behind every hyphen but its own sign for one that holds, which is read back as a hyphen. */
function saidIn(text: string): Pick<IRunOptions, "text" | "children"> {
  const parts = joinedWords(text);
  if (parts.length === 1 && !parts[0]!.joined) return { text };
  return { children: parts.flatMap((part) => (part.joined ? held(part.text) : [part.text])) };
}

function held(word: string): (string | NoBreakHyphen)[] {
  return word.split("-").flatMap((part, index) => (index > 0 ? [new NoBreakHyphen(), part] : [part]));
}

/** Lines one under the other, centred or at the left, in a column of a width in points. */
export function lineParagraphs(
  lines: readonly Line[],
  width: number,
  alignment: "center" | "left",
): Paragraph[] {
  return lines.flatMap((line) => {
    const { text, size, bold, italic, underline } = line;
    const look = { size: size * 2, bold, italics: italic, ...(underline ? { underline: {} } : {}) };
    const paragraph = new Paragraph({
      alignment: AlignmentType[capital(alignment)],
      spacing: spacing(1),
      children: broken(text, look),
    });
    return line.rule ? [paragraph, ruleBelow(line, width)] : [paragraph];
  });
}

function capital(alignment: "center" | "left") {
  return alignment === "center" ? "CENTER" : "LEFT";
}

/** The rule is the lower border of a paragraph with nothing in it, drawn in until it is as long as it should be. */
function ruleBelow({ text, size, rule }: Line, width: number): Paragraph {
  const words = Math.min(...[Math.max(...text.split("\n").map((part) => boldWidth(part, size))), width]);
  const length = rule === "full" ? words : words * sheet.shortRule;
  const side = twips((width - length) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 0, after: twips(5), line: twips(2), lineRule: LineRuleType.EXACTLY },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: "000000" } },
    children: [new TextRun({ text: "", size: 2 })],
  });
}
