import type { DB } from "#db";
import type { Kysely } from "kysely";
import { clocks, strictestFor } from "../clocks.ts";
import { termInWords, type Words } from "../explain.ts";
import { calendarOf } from "./calendar.store.ts";
import { factsAndRules } from "./clocks-of.ts";

/** The days that a due date may be counted from, `YYYY-MM-DD`. */
export type DueFacts = {
  readonly receivedOn: string;
  readonly assignedOn: string;
  readonly conferenceOn?: string | null;
};

export type ProposedDue = {
  readonly due: string;
  /** `15 ngày sau hội nghị`. */
  readonly term: Words;
  readonly name: string;
  readonly citation: string;
  /** Years whose calendar nobody has confirmed. */
  readonly unconfirmedYears: readonly number[];
};

/** The due date to propose for a written answer: the strictest that a rule gives; null where no rule does. */
export async function proposeDue(
  db: Kysely<DB>,
  unitId: string,
  facts: DueFacts,
): Promise<ProposedDue | null> {
  const starts = {
    receipt: facts.receivedOn,
    assignment: facts.assignedOn,
    ...(facts.conferenceOn && { conference: facts.conferenceOn }),
  };
  const placed = await factsAndRules(db, unitId, starts, facts.receivedOn);
  const running = clocks(placed.facts, placed.rules, await calendarOf(db)).clocks;
  const clock = strictestFor("written_reply", running);
  if (!clock?.rule || !clock.count) return null;
  const { name, citation, rule, count } = clock;
  const due = clock.due.slice(0, 10);
  return { due, term: termInWords(rule), name, citation, unconfirmedYears: count.unconfirmedYears };
}
