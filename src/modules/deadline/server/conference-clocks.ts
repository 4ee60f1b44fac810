import type { DB } from "#db";
import type { Kysely } from "kysely";
import { clocks, type RunningClock } from "../clocks.ts";
import { placedRules } from "../statutory-rules.ts";
import { calendarOf } from "./calendar.store.ts";
import { stepsDone } from "./conference-steps.ts";
import { placeOfUnit } from "./place-of-unit.ts";
import { publishedRules } from "./rule.store.ts";

/** A clock of a conference, with the day on which what it asks was done; then it has stopped. */
export type ConferenceClock = RunningClock & { readonly metOn: string | null };

type Asked = {
  /** Left out for one that is not written down yet. */
  readonly id?: string;
  readonly unitId: string;
  readonly heldOn: string;
};

/** What a conference on a day asks of its unit: to announce it, to issue the conclusion, to publish the results. */
export async function conferenceClocks(db: Kysely<DB>, conference: Asked): Promise<ConferenceClock[]> {
  const { idOfCode, ...place } = await placeOfUnit(db, conference.unitId, conference.heldOn);
  const rules = placedRules(await publishedRules(db), idOfCode);
  const facts = { ...place, starts: { conference: conference.heldOn } };
  const done = conference.id ? await stepsDone(db, conference.id) : {};
  return clocks(facts, rules, await calendarOf(db)).clocks.map((clock) => ({
    ...clock,
    metOn: done[clock.purpose] ?? null,
  }));
}
