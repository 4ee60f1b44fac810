import type { DB } from "#db";
import type { Kysely } from "kysely";
import { clocks, type MatterFacts, type RunningClock, type SetDate } from "../clocks.ts";
import type { DeadlineRule, Purpose, StartEvent } from "../rule.ts";
import { placedRules } from "../statutory-rules.ts";
import { calendarOf } from "./calendar.store.ts";
import { matterDates, type MatterDates } from "./matter-facts.ts";
import { placeOfUnit } from "./place-of-unit.ts";
import { publishedRules } from "./rule.store.ts";

/** A clock of a matter. */
export type MatterClock = RunningClock & {
  /** Whose duty it is: one of the conference is kept or broken for all its matters at once, and told there. */
  readonly of: "matter" | "conference";
  /** The day on which the matter's own duty was met; then the clock has stopped. */
  readonly metOn: string | null;
};

const ofConference: ReadonlySet<Purpose> = new Set(["publish_results", "notice_of_conclusion"]);

export type MatterClocks = {
  readonly dates: MatterDates;
  /** All of them, the earliest date first, the stopped ones too. */
  readonly clocks: readonly MatterClock[];
  /** The earliest of the matter's own that run and bind. */
  readonly strictest: MatterClock | null;
  /** The days the terms were counted from. */
  readonly starts: Partial<Record<StartEvent, string>>;
};

/**
 * Every clock of a matter: from the conference, from receipt, from the assignment, and the date set with the
 * assignment. Rules are those of the unit and its superiors as they stood on the day of receipt.
 * @returns null where there is no such matter
 */
export async function clocksOf(db: Kysely<DB>, matterId: string): Promise<MatterClocks | null> {
  const dates = await matterDates(db, matterId);
  if (!dates) return null;
  const { facts, rules } = await factsAndRules(db, dates.unitId, startsOf(dates), dates.receivedOn);
  const setDates = setDateOf(dates);
  const running = clocks({ ...facts, setDates }, rules, await calendarOf(db));
  const all = running.clocks.map((clock) => clockOfMatter(clock, dates));
  const strictest =
    all.find((clock) => clock.of === "matter" && clock.ineffective === null && clock.metOn === null) ?? null;
  return { dates, clocks: all, strictest, starts: facts.starts };
}

function clockOfMatter(clock: RunningClock, dates: MatterDates): MatterClock {
  const of = ofConference.has(clock.purpose) ? "conference" : "matter";
  return { ...clock, of, metOn: dates.met[clock.purpose] ?? null };
}

/** The rules that may bear on events of a unit, and its place, as at a day. Announcing is the conference's own. */
export async function factsAndRules(
  db: Kysely<DB>,
  unitId: string,
  starts: Partial<Record<StartEvent, string>>,
  on: string,
): Promise<{ facts: MatterFacts; rules: DeadlineRule[] }> {
  const { idOfCode, ...place } = await placeOfUnit(db, unitId, on);
  const rules = placedRules(await publishedRules(db), idOfCode);
  const notAnnouncing = rules.filter(({ purpose }) => purpose !== "announce");
  return { facts: { ...place, starts }, rules: notAnnouncing };
}

function startsOf(dates: MatterDates): Partial<Record<StartEvent, string>> {
  return {
    receipt: dates.receivedOn,
    ...(dates.conferenceOn !== null && { conference: dates.conferenceOn }),
    ...(dates.assignment && { assignment: dates.assignment.on }),
  };
}

/** The date first set stands beside the rules; what an extension made of it is told apart. */
function setDateOf(dates: MatterDates): SetDate[] {
  if (dates.originalDueOn === null) return [];
  const purpose: Purpose = "written_reply";
  const symbol = dates.assignment?.symbol;
  const citation = symbol ? `Văn bản số ${symbol}` : "Văn bản giao việc";
  return [{ purpose, due: dates.originalDueOn, name: "Hạn ghi khi giao việc", citation }];
}
