import type { IsoDate, WorkCalendar } from "#kernel/calendar.ts";
import { countDeadline } from "./count.ts";
import type { Words } from "./explain.ts";
import { OFFICE_HOURS, type OfficeInterval } from "./office-hours.ts";
import { ruleWord } from "./rule-words.ts";
import { isInForce, type Place } from "./rules-in-force.ts";
import { RANKS, type DeadlineRule, type Purpose, type RuleRank, type StartEvent } from "./rule.ts";
import type { Count } from "./step.ts";

/** A date that an authority set for this one matter, as first set: extensions are not terms of a rule. */
export type SetDate = {
  readonly purpose: Purpose;
  readonly due: IsoDate;
  readonly name: string;
  /** The notice or letter that sets it. */
  readonly citation: string;
};

export type MatterFacts = Place & {
  /** When each event happened: `YYYY-MM-DD` or local `YYYY-MM-DDTHH:MM`; absent if it has not. */
  readonly starts: Partial<Record<StartEvent, string>>;
  readonly setDates?: readonly SetDate[];
  /** Obligations already met, whose clocks have stopped. */
  readonly fulfilled?: readonly Purpose[];
};

export type RunningClock = {
  readonly purpose: Purpose;
  readonly name: string;
  readonly citation: string;
  readonly rank: RuleRank | "set_date";
  readonly due: string;
  /** The rule and its counting; `null` for a date that was set by hand. */
  readonly rule: DeadlineRule | null;
  readonly count: Count | null;
  /** Why the clock binds nobody, and which stronger rule or date overrules it; `null` when it binds. */
  readonly ineffective: { readonly by: Basis; readonly because: Words } | null;
};

/** What a clock rests on, to name it in a sentence. */
export type Basis = { readonly name: string; readonly citation: string };

// A date set for one matter is under every rule, but over the product's default, which only fills a gap.
const STRENGTHS: readonly RunningClock["rank"][] = [
  ...RANKS.filter((rank) => rank !== "product_default"),
  "set_date",
  "product_default",
];

/**
 * Every clock that runs on a matter, the earliest date first, and the strictest of those that bind.
 *
 * A rule must be in force on the day its own term starts. Among clocks of one purpose a weaker rule may only
 * shorten: one that ends later than a stronger rule stays in the list, ineffective, with its reason. A product
 * default gives way as soon as any real rule or date of its purpose is there.
 */
export function clocks(
  facts: MatterFacts,
  rules: readonly DeadlineRule[],
  calendar: WorkCalendar,
  officeHours: readonly OfficeInterval[] = OFFICE_HOURS,
): { clocks: RunningClock[]; strictest: RunningClock | null } {
  const running = [
    ...rules.flatMap((rule) => clockOfRule(rule, facts, calendar, officeHours)),
    ...(facts.setDates ?? []).map(clockOfSetDate),
  ].filter((clock) => !facts.fulfilled?.includes(clock.purpose));
  const judged = running
    .map((clock) => ({ ...clock, ineffective: ineffectiveBeside(clock, running) }))
    .sort(strictestFirst);
  return { clocks: judged, strictest: judged.find((clock) => clock.ineffective === null) ?? null };
}

/** The clock that binds for one obligation; `null` when none runs. Takes the sorted list of `clocks`. */
export function strictestFor(purpose: Purpose, sorted: readonly RunningClock[]): RunningClock | null {
  return sorted.find((clock) => clock.purpose === purpose && clock.ineffective === null) ?? null;
}

function clockOfRule(
  rule: DeadlineRule,
  facts: MatterFacts,
  calendar: WorkCalendar,
  officeHours: readonly OfficeInterval[],
): RunningClock[] {
  const start = facts.starts[rule.start];
  if (start === undefined) return [];
  if (!isInForce(rule, Temporal.PlainDate.from(start).toString(), facts)) return [];
  const count = countDeadline(rule, start, calendar, officeHours);
  const { purpose, name, citation, rank } = rule;
  return [{ purpose, name, citation, rank, due: count.due, rule, count, ineffective: null }];
}

function clockOfSetDate(set: SetDate): RunningClock {
  return { ...set, rank: "set_date", rule: null, count: null, ineffective: null };
}

function ineffectiveBeside(
  clock: RunningClock,
  running: readonly RunningClock[],
): RunningClock["ineffective"] {
  const stronger = running
    .filter((other) => other.purpose === clock.purpose && isStronger(other, clock))
    .sort(strictestFirst)[0];
  if (!stronger) return null;
  const by = { name: stronger.name, citation: stronger.citation };
  if (clock.rank === "product_default") return { by, because: givesWay(by) };
  return endOf(clock.due) > endOf(stronger.due) ? { by, because: mayOnlyShorten(by) } : null;
}

function isStronger(a: RunningClock, b: RunningClock): boolean {
  return STRENGTHS.indexOf(a.rank) < STRENGTHS.indexOf(b.rank);
}

function mayOnlyShorten(by: Basis): Words {
  return {
    vi: `Không áp dụng: dài hơn ${by.name} (${by.citation}); quy định cấp dưới chỉ được rút ngắn`,
    en: `Not applied: longer than ${inEnglish(by)}; a lower rule may only shorten`,
  };
}

function givesWay(by: Basis): Words {
  return {
    vi: `Không áp dụng: mặc định của phần mềm nhường cho ${by.name} (${by.citation})`,
    en: `Not applied: the product's default gives way to ${inEnglish(by)}`,
  };
}

const inEnglish = ({ name, citation }: Basis) => `${ruleWord(name, "en")} (${ruleWord(citation, "en")})`;

function strictestFirst(a: RunningClock, b: RunningClock): number {
  if (endOf(a.due) === endOf(b.due)) return STRENGTHS.indexOf(a.rank) - STRENGTHS.indexOf(b.rank);
  return endOf(a.due) < endOf(b.due) ? -1 : 1;
}

/** A date ends with its day, so it comes after every hour of that day. */
function endOf(due: string): string {
  return due.includes("T") ? due : `${due}T24:00`;
}
