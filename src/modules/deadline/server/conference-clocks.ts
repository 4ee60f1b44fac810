import type { DB } from "#db";
import type { Kysely } from "kysely";
import { clocks, type RunningClock } from "../clocks.ts";
import { placedRules } from "../statutory-rules.ts";
import { calendarOf } from "./calendar.store.ts";
import { placeOfUnit } from "./place-of-unit.ts";
import { publishedRules } from "./rule.store.ts";

/** What a conference on a day asks of its unit: to announce it, to issue the conclusion, to publish the results. */
export async function conferenceClocks(
  db: Kysely<DB>,
  conference: { readonly unitId: string; readonly heldOn: string },
): Promise<RunningClock[]> {
  const { idOfCode, ...place } = await placeOfUnit(db, conference.unitId, conference.heldOn);
  const rules = placedRules(await publishedRules(db), idOfCode);
  const facts = { ...place, starts: { conference: conference.heldOn } };
  return clocks(facts, rules, await calendarOf(db)).clocks;
}
