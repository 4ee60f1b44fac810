import { isRealDay } from "#kernel/input.ts";

/** An answer by its parts. Only the conclusion must be there; days are `YYYY-MM-DD`. */
export type AnswerParts = {
  readonly conclusion: string;
  readonly action?: string | undefined;
  readonly doneOn?: string | undefined;
  readonly basis?: string | undefined;
  readonly evidence?: string | undefined;
};

type Part = keyof AnswerParts;

/** What each part is headed by in the stored text, in the order in which they stand there. */
const headings: readonly (readonly [Part, string])[] = [
  ["conclusion", "Kết luận:"],
  ["action", "Việc đã làm:"],
  ["doneOn", "Ngày hoàn thành:"],
  ["basis", "Căn cứ:"],
  ["evidence", "Minh chứng:"],
];

/**
 * The one text that is stored, printed and told: each part from a line of its own, under its heading. A conclusion
 * alone stands as it was written, as answers did before they had parts.
 */
export function composeAnswer(parts: AnswerParts): string {
  const said = headings.flatMap(([part, heading]) => {
    const words = wordsOf(part, parts[part]);
    return words ? [{ heading, words }] : [];
  });
  const alone = said.length === 1 && !startsAsParts(said[0]!.words);
  return alone ? said[0]!.words : said.map(({ heading, words }) => `${heading} ${words}`).join("\n");
}

/** The parts of a stored text; one that was not written in parts is all conclusion. */
export function parseAnswer(text: string): AnswerParts {
  if (!startsAsParts(text)) return { conclusion: text };
  const lines: Partial<Record<Part, string[]>> = {};
  let current: Part = "conclusion";
  let next = 0;
  const written = text.split("\n");
  for (const [row, line] of written.entries()) {
    const at = headings.findIndex(
      (each, index) => index >= next && opens(line, each) && (index !== DAY || endsAfter(written, row)),
    );
    if (at < 0) {
      lines[current]!.push(line);
      continue;
    }
    const [part, heading] = headings[at]!;
    lines[part] = [line.slice(heading.length).trimStart()];
    next = at + 1;
    current = part;
  }
  const parts = Object.entries(lines).map(([part, said]) => [part, said.join("\n").trim()] as const);
  const said = Object.fromEntries(parts.filter(([part, words]) => part === "conclusion" || words !== ""));
  return { ...said, ...(said.doneOn && { doneOn: isoDay(said.doneOn)! }) } as AnswerParts;
}

const DAY = headings.findIndex(([part]) => part === "doneOn");

/** A day is one line: after it the text ends, or a later part begins. Otherwise it is a line of what was being said. */
function endsAfter(written: readonly string[], row: number): boolean {
  const after = written[row + 1];
  return after === undefined || headings.slice(DAY + 1).some((each) => opens(after, each));
}

/** Whether a line begins a part; what stands for a day and is none is no heading, so that nothing said is lost. */
function opens(line: string, [part, heading]: (typeof headings)[number]): boolean {
  return (
    begins(line, heading) && (part !== "doneOn" || isoDay(line.slice(heading.length).trim()) !== undefined)
  );
}

const startsAsParts = (text: string) => begins(text, headings[0]![1]);
const begins = (line: string, heading: string) => line.startsWith(`${heading} `) || line === heading;

function wordsOf(part: Part, words: string | undefined): string {
  if (!words) return "";
  return part === "doneOn" ? words.split("-").toReversed().join("/") : words.trim();
}

function isoDay(written: string): string | undefined {
  const iso = written.split("/").toReversed().join("-");
  return isRealDay(iso) ? iso : undefined;
}
