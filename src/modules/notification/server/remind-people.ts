import type { DB } from "#db";
import type { Transaction } from "kysely";
import type { NotificationDetails } from "../notification.ts";
import type { ReminderToday } from "../reminder-today.ts";
import { notify, type Telling } from "./notify.ts";
import type { Recipient } from "./people.store.ts";

export type OwedReminder = {
  readonly recommendationId: string;
  readonly due: string;
  readonly reminder: ReminderToday;
  readonly details: NotificationDetails;
  readonly people: readonly Recipient[];
};

/** Reminds those who have not had this very reminder yet; answers how many they were. */
export async function remindPeople(
  trx: Transaction<DB>,
  { recommendationId, due, reminder, details, people }: OwedReminder,
  telling: Telling,
): Promise<number> {
  if (people.length === 0) return 0;
  const rows = people.map(({ personId }) => ({
    recommendation_id: recommendationId,
    due_on: due,
    kind: reminder.kind,
    person_id: personId,
    on_date: reminder.on,
    recorded_at: telling.now.toString(),
  }));
  const fresh = await trx
    .insertInto("reminder")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning("person_id")
    .execute();
  const reminded = new Set(fresh.map(({ person_id }) => person_id));
  const source = `reminder ${recommendationId} ${due} ${reminder.kind}`;
  return notify(
    trx,
    people.filter(({ personId }) => reminded.has(personId)),
    { kind: "reminder", recommendationId, details: { ...details, reminder: reminder.kind, due }, source },
    telling,
  );
}
