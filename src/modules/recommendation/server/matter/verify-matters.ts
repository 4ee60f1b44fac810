import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import { sql, type Kysely, type Transaction } from "kysely";
import { statePeriods } from "../../state-periods.ts";
import { eventsOf } from "./event.store.ts";
import { comparable, keptPeriods } from "./period.store.ts";

/** A matter whose derived rows say something else than its facts. */
export type MatterAstray = { readonly code: string; readonly vi: string; readonly en: string };

const AT_ONCE = 1000;

const faults = {
  history: {
    vi: "các sự kiện không hợp thành một quá trình hợp lệ",
    en: "its events do not make a legal history",
  },
  periods: {
    vi: "các giai đoạn trạng thái khác với sự kiện đã ghi",
    en: "its state periods differ from what was written down",
  },
  present: {
    vi: "dòng trạng thái hiện tại khác với sự kiện đã ghi",
    en: "its present state differs from what was written down",
  },
};

/**
 * Counts every matter's periods and present state again from its facts, all as of one moment.
 * @param progress told after each thousand: how many of how many
 */
export async function verifyMatters(
  db: Kysely<DB>,
  progress: (done: number, all: number) => void,
): Promise<MatterAstray[]> {
  const asOfOneMoment = db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only");
  return asOfOneMoment.execute(async (trx) => {
    const { all } = await trx
      .selectFrom("recommendation")
      .select(({ fn }) => fn.countAll<number>().as("all"))
      .executeTakeFirstOrThrow();
    const astray: MatterAstray[] = [];
    let [done, after]: [number, string | null] = [0, null];
    for (;;) {
      const matters: MatterRow[] = await nextMatters(trx, after);
      if (matters.length === 0) return astray;
      astray.push(...(await verifySome(trx, matters)));
      after = matters.at(-1)!.id;
      progress((done += matters.length), Number(all));
    }
  });
}

type MatterRow = { id: string; code: string; received_on: string; taken_back_at: Date | null };

function nextMatters(trx: Transaction<DB>, after: string | null): Promise<MatterRow[]> {
  return trx
    .selectFrom("recommendation")
    .select(["id", "code", "received_on", "taken_back_at"])
    .$if(after !== null, (query) => query.where("id", ">", after!))
    .orderBy("id")
    .limit(AT_ONCE)
    .execute();
}

async function verifySome(trx: Transaction<DB>, matters: readonly MatterRow[]): Promise<MatterAstray[]> {
  const ids = matters.map(({ id }) => id);
  const [events, kept, wrong] = [
    await eventsOf(trx, ids),
    await keptPeriods(trx, ids),
    await presentAstray(trx, ids),
  ];
  return matters.flatMap(({ id, code, received_on, taken_back_at }) => {
    // What was passed upward by mistake is in no state any more.
    const periods = () => (taken_back_at ? [] : statePeriods(received_on, events.get(id) ?? []));
    const told = recounted(() => comparable(periods()));
    if (told === null) return [{ code, ...faults.history }];
    if (told.join() !== (kept.get(id) ?? []).join()) return [{ code, ...faults.periods }];
    return wrong.has(id) ? [{ code, ...faults.present }] : [];
  });
}

function recounted<T>(count: () => T): T | null {
  try {
    return count();
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

const columns = sql.raw(
  "recommendation_id, unit_id, keeper_id, village_id, received_on, status, class, is_open, lead_id, due_on, " +
    "original_due_on, answered_on, entered_on, hidden, goes_on_id, held_below, draft, asks_time, found_on, unheard",
);

/**
 * Matters whose row in `present_matter` is missing, too many, or other than the facts give, or of which it is kept otherwise to
 * whom they were given.
 */
async function presentAstray(trx: Transaction<DB>, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    with told as materialized (select ${columns} from present_matters_of(${[...ids]}::uuid[])),
    kept as materialized (
      select ${columns} from present_matter where recommendation_id = any(${[...ids]}::uuid[])),
    given_now as materialized (select * from given_matters_of(${[...ids]}::uuid[])),
    given_kept as materialized (select * from given_matter where recommendation_id = any(${[...ids]}::uuid[]))
    select recommendation_id as id from (
      (select * from told except select * from kept) union all (select * from kept except select * from told)) one
    union
    select recommendation_id from present_matter p where p.recommendation_id = any(${[...ids]}::uuid[])
      and (p.unsettled, p.paper_reply) is distinct from (not p.is_open and is_unsettled(p.recommendation_id),
        p.is_open and has_paper_reply(p.recommendation_id))
    union
    select recommendation_id from (
      (select * from given_now except select * from given_kept) union all (select * from given_kept except select * from given_now)) one`.execute(
    trx,
  );
  return new Set(rows.map(({ id }) => id));
}
