import { daysBetween } from "#kernel/calendar/working-days.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import type { NotificationDetails } from "../notification.ts";
import { office } from "../telling.ts";
import type { Telling } from "./notify.ts";
import type { PeopleOf, Recipient } from "./people.store.ts";
import { tellOnce } from "./tell-once.ts";
import { waitingDays, type WaitingDay } from "./waiting-days.ts";

const batch = 500;

/**
 * Tells the office of matters that wait for a day and not for an agency, on that day and once when it has passed;
 * answers how many words were given. Each day and person only once, however often it runs.
 */
export async function remindOfWaiting(
  db: Kysely<DB>,
  today: string,
  peopleOf: PeopleOf,
  telling: Telling,
): Promise<number> {
  let given = 0;
  for (let after: string | null = null; ;) {
    const days: WaitingDay[] = await waitingDays(db, after, batch, today);
    if (days.length === 0) return given;
    for (const day of days) {
      const people = await peopleOf(day.unitId, office.capacities);
      given += await tell(db, day, people, today, telling);
    }
    after = days.at(-1)!.recommendationId;
  }
}

function tell(
  db: Kysely<DB>,
  { recommendationId, code, waits, day }: WaitingDay,
  people: readonly Recipient[],
  today: string,
  telling: Telling,
): Promise<number> {
  const source = `waits ${recommendationId} ${waits} ${day} ${day < today ? "late" : "due"}`;
  const days = daysBetween(today, day);
  const details: NotificationDetails = { code, side: office.side, waits, due: day, days };
  return tellOnce(db, people, { kind: "reminder", recommendationId, details, source }, telling);
}
