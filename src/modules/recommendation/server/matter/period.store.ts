import { uuidv7 } from "#kernel/identifier.ts";
import type { DB, StatePeriod as PeriodTable } from "#db";
import { rowsInserted } from "#platform/server/database/rows-inserted.ts";
import { sql, type Insertable, type Kysely, type RawBuilder, type Transaction } from "kysely";
import { lastSequenceOf, nextSequence } from "./event.store.ts";
import type { StatePeriod } from "../../state-periods.ts";

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
  const { gone, fresh } = difference(await knownPeriods(trx, matterId), periods);
  if (gone.length > 0) {
    await trx
      .updateTable("state_period")
      .set({ superseded_at: now.toString() })
      .where("id", "in", gone)
      .execute();
  }
  await insertPeriods(
    trx,
    fresh.map((period) => ({ matterId, period })),
    now,
  );
}

export type KnownPeriod = { readonly id: string; readonly period: StatePeriod };

/** The history of a matter as it is known at present. */
async function knownPeriods(db: Kysely<DB>, matterId: string): Promise<KnownPeriod[]> {
  return (await periodRows(db, matterId).execute()).map((row) => ({ id: row.id, period: periodFrom(row) }));
}

/** The same, with the number of the next fact: annulled ones keep theirs. */
export async function recordedSoFar(
  trx: Transaction<DB>,
  matterId: string,
): Promise<{ readonly sequence: number; readonly known: KnownPeriod[] }> {
  const rows = await periodRows(trx, matterId)
    .select(lastSequenceOf(sql.ref("state_period.recommendation_id")).as("last"))
    .execute();
  if (rows.length === 0) return { sequence: await nextSequence(trx, matterId), known: [] };
  const known = rows.map((row) => ({ id: row.id, period: periodFrom(row) }));
  return { sequence: (rows[0]!.last ?? 0) + 1, known };
}

const periodRows = (db: Kysely<DB>, matterId: string) =>
  db
    .selectFrom("state_period")
    .selectAll()
    .where("recommendation_id", "=", matterId)
    .where("superseded_at", "=", sql<Date>`'infinity'`);

function difference(known: readonly KnownPeriod[], periods: readonly StatePeriod[]) {
  const kept = new Set(periods.map(signature));
  const before = new Set(known.map(({ period }) => signature(period)));
  return {
    gone: known.filter(({ period }) => !kept.has(signature(period))).map(({ id }) => id),
    fresh: periods.filter((period) => !before.has(signature(period))),
  };
}

/** The same as `replacePeriods`, as parts of the statement in which a fact is written, once `after` has its row. */
export function periodsReplaced(
  matterId: string,
  known: readonly KnownPeriod[],
  periods: readonly StatePeriod[],
  now: Temporal.Instant,
  after: string,
): RawBuilder<unknown>[] {
  const { gone, fresh } = difference(known, periods);
  const rows = fresh.map((period) => rowFrom(matterId, period, now));
  return [
    sql`superseded as (update state_period set superseded_at = ${now.toString()}::timestamptz
      from ${sql.table(after)} where id = any(${gone}::uuid[]) returning id)`,
    // One period at most is the present one: the last makes room before another comes.
    sql`room as materialized (select count(*) as made from superseded)`,
    sql`entered as (${rowsInserted("state_period", columns, rows, "room")} returning id)`,
  ];
}

const columns = [
  "id",
  "recommendation_id",
  "ordinal",
  "status",
  "class",
  "is_open",
  "was_open",
  "lead_id",
  "due_on",
  "original_due_on",
  "answered_on",
  "entered_on",
  "left_on",
  "recorded_at",
] as const;

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
