import type { IsoDate } from "#kernel/calendar.ts";
import { Problem } from "#kernel/problem.ts";
import { deadlineProblems } from "./problems.ts";

/** What has to be done in time. Rules of one purpose bear on each other; those of two never do. */
export const PURPOSES = [
  "announce",
  "publish_results",
  "written_reply",
  "word_of_party_head",
  "notice_of_conclusion",
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** From the strongest to the weakest: a weaker rule may only shorten what a stronger one gives. */
export const RANKS = ["law", "central_party", "provincial", "plan", "product_default"] as const;
export type RuleRank = (typeof RANKS)[number];

export type DeadlineUnit = "calendar_day" | "working_day" | "working_hour";

/** The event that a term is counted from. */
export type StartEvent = "conference" | "receipt" | "assignment";

export type DeadlineRule = {
  readonly code: string;
  readonly name: string;
  readonly purpose: Purpose;
  readonly amount: number;
  readonly unit: DeadlineUnit;
  readonly direction: "forward" | "backward";
  readonly start: StartEvent;
  readonly citation: string;
  readonly rank: RuleRank;
  /** The unit whose subtree the rule holds in; `null` for the whole country. */
  readonly territory: string | null;
  /** Kinds of unit it binds (`commune`, `district` …); `null` for all. */
  readonly unitKinds: readonly string[] | null;
  readonly validFrom: IsoDate;
  /** Last day of validity, inclusive. */
  readonly validUntil: IsoDate | null;
};

const LONGEST_TERM = 3650;

/** Why a rule cannot be entered; `null` when it can. */
export function ruleProblem(rule: DeadlineRule): Problem | null {
  if (!Number.isInteger(rule.amount) || rule.amount < 1 || rule.amount > LONGEST_TERM) {
    return new Problem(deadlineProblems.amount_invalid, { field: "amount" });
  }
  if (rule.unit === "working_hour" && rule.direction === "backward") {
    return new Problem(deadlineProblems.hours_backward, { field: "direction" });
  }
  if (rule.validUntil !== null && rule.validUntil < rule.validFrom) {
    return new Problem(deadlineProblems.validity_invalid, { field: "validUntil" });
  }
  if (rule.citation.trim() === "") {
    return new Problem(deadlineProblems.citation_missing, { field: "citation" });
  }
  return null;
}
