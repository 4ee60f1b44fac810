import { m } from "#paraglide/messages.js";
import { getLocale } from "#paraglide/runtime.js";
import { answers, type BallotAnswer } from "../ballot.ts";
import type { BallotReading } from "../server/index.ts";
import { answerWords } from "../words.ts";

export const answerText = (answer: BallotAnswer): string => answerWords[answer][getLocale()];

/** The heaps on the table in the order in which they are counted. */
export const heaps = [
  { name: "issued", label: m.ballot_issued },
  { name: "returned", label: m.ballot_returned },
  { name: "not_returned", label: m.ballot_not_returned },
  { name: "valid", label: m.ballot_valid },
  { name: "spoiled", label: m.ballot_spoiled },
] as const;

export const answerFields = answers.map((name) => ({ name, label: () => answerText(name) }));

/** A recorded count as its form holds it. */
export function countValues(ballot: BallotReading | undefined): Record<string, string> {
  if (!ballot) return {};
  const { issued, returned, valid } = ballot;
  const counts = { issued, returned, not_returned: issued - returned, valid, spoiled: returned - valid };
  const all = { ...counts, ...Object.fromEntries(answers.map((answer) => [answer, ballot[answer] ?? ""])) };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, String(value)]));
}
