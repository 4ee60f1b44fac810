import { uuidv7 } from "#kernel/identifier.ts";
import type { DB, StatePeriod as PeriodTable } from "#db";
import { sql, type Insertable, type Kysely, type Transaction } from "kysely";
import type { StatePeriod } from "../state-periods.ts";

/** Writes periods of matters that have none yet. */
export async function insertPeriods(
  trx: Transaction<DB>,
  periods: readonly { matterId: string; period: StatePeriod }[],
  now: Temporal.Instant,
): Promise<void> {
  if (periods.length === 0) return;
  await trx
    .insertInto("state_period")
    .values(periods.map(({ matterId, period }) => rowFrom(matterId, period, now)))
    .execute();
}

/**
 * Puts a new history in the place of the one known until now. Periods that stay as they were stay;
 * the others are superseded, not erased: what was known before can still be asked for.
 */
export async function replacePeriods(
  trx: Transaction<DB>,
  matterId: string,
  periods: readonly StatePeriod[],
  now: Temporal.Instant,
): Promise<void> {
  const known = await trx
    .selectFrom("state_period")
    .selectAll()
    .where("recommendation_id", "=", matterId)
    .where("superseded_at", "=", sql<Date>`'infinity'`)
    .execute();
  const kept = new Set(periods.map(signature));
  const gone = known.filter((row) => !kept.has(signature(periodFrom(row)))).map(({ id }) => id);
  if (gone.length > 0) {
    await trx
      .updateTable("state_period")
      .set({ superseded_at: now.toString() })
      .where("id", "in", gone)
      .execute();
  }
  const before = new Set(known.map((row) => signature(periodFrom(row))));
  const fresh = periods.filter((period) => !before.has(signature(period)));
  await insertPeriods(
    trx,
    fresh.map((period) => ({ matterId, period })),
    now,
  );
}

/** The periods known at present of each of these matters, as they are kept, in one comparable form and order. */
export async function keptPeriods(
  db: Kysely<DB>,
  matterIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom("state_period")
    .selectAll()
    .where("recommendation_id", "=", sql<string>`any(${[...matterIds]}::uuid[])`)
    .where("superseded_at", "=", sql<Date>`'infinity'`)
    .execute();
  const ofMatter = Map.groupBy(rows, ({ recommendation_id }) => recommendation_id);
  return new Map([...ofMatter].map(([id, list]) => [id, comparable(list.map(periodFrom))]));
}

/** Periods in the form and order of `keptPeriods`. */
export function comparable(periods: readonly StatePeriod[]): string[] {
  return periods.map(signature).toSorted();
}

function rowFrom(matterId: string, period: StatePeriod, now: Temporal.Instant): Insertable<PeriodTable> {
  return {
    id: uuidv7(now),
    recommendation_id: matterId,
    ordinal: period.ordinal,
    status: period.status,
    class: period.class,
    is_open: period.isOpen,
    was_open: period.wasOpen,
    lead_id: period.leadId,
    due_on: period.dueOn,
    original_due_on: period.originalDueOn,
    answered_on: period.answeredOn,
    entered_on: period.enteredOn,
    left_on: period.leftOn,
    recorded_at: now.toString(),
  };
}

type KnownRow = { [K in keyof Insertable<PeriodTable>]: unknown };

function periodFrom(row: KnownRow): StatePeriod {
  return {
    ordinal: row.ordinal,
    status: row.status,
    class: row.class,
    isOpen: row.is_open,
    wasOpen: row.was_open,
    leadId: row.lead_id,
    dueOn: row.due_on,
    originalDueOn: row.original_due_on,
    answeredOn: row.answered_on,
    enteredOn: row.entered_on,
    leftOn: row.left_on,
  } as StatePeriod;
}

function signature(period: StatePeriod): string {
  const { ordinal, status, class: reportClass, isOpen, wasOpen } = period;
  const { leadId, dueOn, originalDueOn, answeredOn, enteredOn, leftOn } = period;
  return JSON.stringify([
    ordinal,
    status,
    reportClass,
    isOpen,
    wasOpen,
    leadId,
    dueOn,
    originalDueOn,
    answeredOn,
    enteredOn,
    leftOn,
  ]);
}
