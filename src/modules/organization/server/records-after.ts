import { dayAsRead } from "#kernel/day-as-read.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import { spanOf } from "#modules/report/return-period.ts";
import { sql, type Kysely } from "kysely";
import { organizationProblems as problems } from "../problems.ts";
import { dayBefore } from "../unit.ts";

type Kind = "matters" | "work" | "conferences" | "returns";

/** What was written down of a unit after a day: how much of a kind, and the latest day of it. */
export type RecordsAfter = {
  readonly unit: string;
  readonly kind: Kind;
  readonly count: number;
  readonly latest: string;
};

const words: Record<Kind, { readonly vi: string; readonly en: string }> = {
  matters: { vi: "kiến nghị tiếp nhận", en: "matters received" },
  work: { vi: "việc được giao hoặc chuyển đến", en: "tasks given or passed to it" },
  conferences: { vi: "hội nghị đã tổ chức", en: "conferences held" },
  returns: { vi: "kỳ số liệu", en: "returns" },
};

/**
 * What a register says of units after their last day: received, given to them, held, returned. Such records are in no report
 * of the units above, and no register file may have them. `last` is `YYYY-MM-DD`.
 */
export async function recordsAfter(
  db: Kysely<DB>,
  unitIds: readonly string[],
  last: string,
): Promise<RecordsAfter[]> {
  if (unitIds.length === 0) return [];
  const { rows } = await sql<RecordsAfter>`
    with ended as (select unnest(${[...unitIds]}::uuid[]) as id),
    written as (
      select r.unit_id, 'matters' as kind, r.received_on as day
      from ended join recommendation r on r.unit_id = ended.id
      where r.received_on > ${last}::date and r.taken_back_at is null
      union all
      select ended.id, 'work', e.on_date
      from ended join standing_event e on e.lead_id = ended.id and e.act = 'assign' where e.on_date > ${last}::date
      union all
      select ended.id, 'work', e.on_date
      from ended join event_coordinator c on c.unit_id = ended.id
      join standing_event e on e.id = c.event_id and e.act = 'assign' where e.on_date > ${last}::date
      union all
      select ended.id, 'work', e.on_date
      from ended join recommendation child on child.unit_id = ended.id and child.taken_back_at is null
      join standing_event e on e.recommendation_id = child.forwarded_from_id and e.act = 'forward_up'
        and e.to_unit_id = ended.id where e.on_date > ${last}::date
      union all
      select ended.id, 'work', e.on_date
      from ended join standing_event e on e.to_unit_id = ended.id and e.act = 'hand_over' where e.on_date > ${last}::date
      union all
      select c.unit_id, 'conferences', c.held_on
      from ended join conference c on c.unit_id = ended.id
      where c.held_on > ${last}::date and c.held_recorded_at is not null)
    select u.code as unit, w.kind, count(*)::int as count, max(w.day) as latest
    from written w join unit u on u.id = w.unit_id group by u.code, w.kind order by u.code, w.kind`.execute(
    db,
  );
  return [...rows, ...(await returnsAfter(db, unitIds, last))];
}

/** A return is of the day on which it was taken: its cut-off, or the last of its period. */
async function returnsAfter(
  db: Kysely<DB>,
  unitIds: readonly string[],
  last: string,
): Promise<RecordsAfter[]> {
  const rows = await db
    .selectFrom("period_return as r")
    .innerJoin("unit as u", "u.id", "r.unit_id")
    .select(["u.code as unit", "r.period", "r.cutoff_on as cutoff"])
    .where("r.unit_id", "in", unitIds)
    .execute();
  const late = rows
    .map(({ unit, period, cutoff }) => ({ unit, taken: takenOn(period, cutoff) }))
    .filter(({ taken }) => taken > last);
  return [...Map.groupBy(late, ({ unit }) => unit)].map(([unit, some]) => {
    const latest = some
      .map(({ taken }) => taken)
      .toSorted()
      .at(-1)!;
    return { unit, kind: "returns", count: some.length, latest };
  });
}

function takenOn(period: string, cutoff: string | null): string {
  const end = spanOf(period)?.end ?? "";
  return cutoff !== null && cutoff < end ? cutoff : end;
}

/** @throws Problem `records_after_end`, with what stands in the way of each unit */
export async function refuseEndBeforeRecords(
  db: Kysely<DB>,
  unitIds: readonly string[],
  on: string,
): Promise<void> {
  const found = await recordsAfter(db, unitIds, dayBefore(on));
  if (found.length === 0) return;
  const values = { on, ...recordsInWords(found) };
  throw new Problem(problems.records_after_end, { field: "on", values, details: { records: found } });
}

/** `X-1: 3 kiến nghị tiếp nhận (muộn nhất 02/03/2026)`, as values of a sentence in both languages. */
export function recordsInWords(found: readonly RecordsAfter[]): { records: string; records_en: string } {
  const line = (language: "vi" | "en", latest: string) => (one: RecordsAfter) =>
    `${one.unit}: ${one.count} ${words[one.kind][language]} (${latest} ${dayAsRead(one.latest)})`;
  return {
    records: found.map(line("vi", "muộn nhất")).join("; "),
    records_en: found.map(line("en", "latest")).join("; "),
  };
}
