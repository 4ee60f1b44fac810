import type { DB } from "#db";
import type { Kysely } from "kysely";
import { clocks, strictestFor } from "../clocks.ts";
import { termInWords, type Words } from "../explain.ts";
import type { Count } from "../step.ts";
import type { IsoDate } from "#kernel/calendar.ts";
import { countDeadline } from "../count.ts";
import type { DeadlineRule } from "../rule.ts";
import { calendarOf } from "./calendar.store.ts";
import { factsAndRules } from "./clocks-of.ts";
import { ownTermOf, type OwnTerm } from "./own-term.store.ts";

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

/**
 * The due date to propose for a written answer: the strictest that a rule gives; where no rule does, the term that the
 * unit gives itself, from the day of the assignment; null where it gives none.
 */
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
  const calendar = await calendarOf(db);
  const running = clocks(placed.facts, placed.rules, calendar).clocks;
  const clock = strictestFor("written_reply", running);
  if (clock?.rule && clock.count) return proposed(clock.rule, clock.count);
  const own = await ownTermOf(db, unitId);
  if (!own) return null;
  const rule = ruleOfOwn(own, facts.assignedOn);
  return proposed(rule, countDeadline(rule, facts.assignedOn, calendar));
}

function proposed(rule: DeadlineRule, count: Count): ProposedDue {
  const { name, citation } = rule;
  const due = count.due.slice(0, 10);
  return { due, term: termInWords(rule), name, citation, unconfirmedYears: count.unconfirmedYears };
}

/** A unit's own term, to be counted as rules are; it is proposed and binds nobody. */
function ruleOfOwn({ amount, unit }: OwnTerm, from: IsoDate): DeadlineRule {
  return {
    ...{ code: "own-term", name: "Trả lời bằng văn bản", purpose: "written_reply", amount, unit },
    ...{ direction: "forward", start: "assignment", rank: "product_default" },
    citation: "Thời hạn do cơ quan tự đặt khi không có quy định",
    ...{ territory: null, unitKinds: null, validFrom: from, validUntil: null },
  };
}
