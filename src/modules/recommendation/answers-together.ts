import type { Outcome } from "./status-transitions.ts";

/** What a unit above said of the matter with a code, on a day. */
export type AnswerAbove = {
  readonly code: string;
  readonly on: string;
  readonly outcome: Outcome;
  readonly text: string | null;
  readonly symbol: string | null;
};
type Together = Pick<AnswerAbove, "outcome" | "text" | "symbol">;

/**
 * The one reply that several answers are: each from a line of its own under the code of its matter, in the order in which
 * they were given. Nobody is told that all was done where part of it was refused or only explained.
 * @param answers at least one
 */
export function answersTogether(answers: readonly AnswerAbove[]): Together {
  const last = answers.at(-1)!;
  if (answers.length === 1) return last;
  const text = answers.map(({ code, ...said }) => `${headOf(code, said.symbol)} ${said.text ?? ""}`.trim());
  return { outcome: leastOf(answers), text: text.join("\n\n"), symbol: last.symbol };
}

const headOf = (code: string, symbol: string | null) =>
  symbol ? `${code} (văn bản ${symbol}):` : `${code}:`;

function leastOf(answers: readonly AnswerAbove[]): Outcome {
  const given = new Set(answers.map(({ outcome }) => outcome));
  return (["refused", "explained"] as const).find((one) => given.has(one)) ?? answers.at(-1)!.outcome;
}

/** Whether a reply says a text: it alone, or among the answers of others. */
export function repliesWith(reply: string | null, text: string | null): boolean {
  if (reply === text) return true;
  if (!reply || !text) return false;
  return reply.split(`: ${text}`).some((_, at, parts) => at > 0 && isNextAnswer(parts[at]!));
}

/** What comes after an answer: nothing, or the head of the next. */
const isNextAnswer = (rest: string) => rest === "" || /^\n\n\S+(?: \(văn bản [^\n]{1,60}\))?:/u.test(rest);
