import { matterCode, uuidv7 } from "#kernel/identifier.ts";
import { Problem } from "#kernel/problem.ts";
import { searchKey } from "#kernel/vietnamese-text.ts";
import { scopeAsking } from "#modules/organization/server/index.ts";
import type { Asking } from "#platform/server/act/act.ts";
import type { DB } from "#db";
import { sql, type Kysely, type Transaction } from "kysely";
import { stateAfter } from "../../apply-event.ts";
import { isOutOfSight, type MatterEvent, type MatterState } from "../../matter.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { eventsOf } from "./event.store.ts";
import { openableIn, villagesOfMatter } from "../sight/visibility.ts";
import { codesMeant } from "../../matter-code.ts";

/** A matter with all its facts, as acts need it. */
export type Matter = {
  readonly id: string;
  readonly code: string;
  readonly unitId: string;
  readonly rootUnitId: string;
  readonly villageId: string | null;
  readonly fieldCode: string;
  readonly kind: string;
  readonly channel: string;
  readonly naming: string;
  readonly text: string;
  readonly receivedOn: string;
  readonly forwardedFromId: string | null;
  readonly conferenceId: string | null;
  readonly version: number;
  readonly events: readonly MatterEvent[];
  readonly state: MatterState;
} & GoingOn;

/** What a matter has of those it hangs together with. */
type GoingOn = {
  /** The matter in which it goes on: itself, unless it was merged. */
  readonly goesOnId: string;
  /** Why its words are out of sight, for its own sake or that of the matter it goes on in. */
  readonly hidden: "held" | "routed_out" | null;
  /** Where it was raised: its village, and those of what was merged into it. What a unit passed upward is that unit's. */
  readonly villageIds: readonly string[];
};

/**
 * The matter with a code, locked until the transaction ends, for whoever asks.
 * @throws Problem `not_found`, also where the asker may not know of it
 */
export async function matterForChange(
  { trx, actor, today }: Asking,
  code: string,
  field?: string,
): Promise<Matter> {
  const readable = openableIn(await scopeAsking(trx, actor), today);
  const row = await matterRow(trx)
    // One unit, looked up by its key: as a plain join the planner would read them all beside the conditions on it.
    .innerJoinLateral(
      (eb) =>
        eb.selectFrom("unit").select("until_on").whereRef("unit.id", "=", "r.unit_id").offset(0).as("u"),
      (join) => join.onTrue(),
    )
    .where(sql<boolean>`r.code = any(${codesMeant(code)}::text[])`)
    .where(readable)
    .orderBy(sql`r.code <> ${code}`)
    .limit(1)
    .forUpdate("r")
    .executeTakeFirst();
  if (!row && field) throw new Problem(problems.not_found, { field });
  return matterFrom(trx, row);
}

/** The matter with an id, locked, where something else that its actor does leads to it. @throws Problem `not_found` */
export async function matterForChangeById(trx: Transaction<DB>, id: string): Promise<Matter> {
  return matterFrom(trx, await matterRow(trx).where("r.id", "=", id).forUpdate("r").executeTakeFirst());
}

/** The matter with an id, to be looked at only. @throws Problem `not_found` */
export async function matterById(db: Kysely<DB>, id: string): Promise<Matter> {
  return matterFrom(db, await matterRow(db).where("r.id", "=", id).executeTakeFirst());
}

function matterRow(db: Kysely<DB>) {
  return db
    .selectFrom("recommendation as r")
    .select(["r.id", "r.code", "r.kind", "r.channel", "r.naming", "r.text", "r.version"])
    .select([
      "r.unit_id as unitId",
      "r.root_unit_id as rootUnitId",
      "r.village_id as villageId",
      "r.field_code as fieldCode",
    ])
    .select([
      "r.received_on as receivedOn",
      "r.forwarded_from_id as forwardedFromId",
      "r.conference_id as conferenceId",
    ])
    .where("r.taken_back_at", "is", null);
}

async function matterFrom(
  db: Kysely<DB>,
  row: Omit<Matter, "events" | "state" | keyof GoingOn> | undefined,
): Promise<Matter> {
  if (!row) throw new Problem(problems.not_found);
  const [eventsById, goingOn] = await Promise.all([eventsOf(db, [row.id]), goingOnOf(db, row.id)]);
  const events = eventsById.get(row.id) ?? [];
  return { ...row, events, state: stateOf(row, events), ...goingOn };
}

/** Asked once the matter is locked: whoever hides or merges what hangs together locks it all. */
async function goingOnOf(db: Kysely<DB>, id: string): Promise<GoingOn> {
  const { rows } = await sql<GoingOn>`
    select p.hidden, p.goes_on_id as "goesOnId", ${villagesOfMatter} as "villageIds"
    from present_matter p join recommendation r on r.id = p.recommendation_id where r.id = ${id}`.execute(db);
  return rows[0] ?? { goesOnId: id, hidden: null, villageIds: [] };
}

/** Whether it is out of sight only because the matter it goes on in is. */
export function isHiddenElsewhere({ hidden, state }: Pick<Matter, "hidden" | "state">): boolean {
  return hidden !== null && !state.held && state.status !== "routed_out";
}

/** One that came in from a register as a complaint or denunciation is held, though nobody wrote so. */
function stateOf(row: { receivedOn: string; kind: string }, events: readonly MatterEvent[]): MatterState {
  const state = stateAfter(row.receivedOn, events);
  return { ...state, held: state.status !== "routed_out" && isOutOfSight(row.kind, events) };
}

export type NewMatter = {
  readonly id: string;
  readonly code: string;
  readonly unitId: string;
  readonly rootUnitId: string;
  readonly ref?: string | null;
  readonly conferenceId?: string | null;
  readonly turnId?: string | null;
  readonly forwardedFromId?: string | null;
  readonly channel: string;
  readonly kind: string;
  readonly fieldCode: string;
  readonly receivedOn: string;
  readonly text: string;
  readonly naming: string;
  readonly villageId?: string | null;
  readonly requesters: readonly { name: string | null; villageId?: string | null; contact?: string | null }[];
};

/** Who writes matters down, and in what post; null for a post where a register brings them. */
type RecordedBy = {
  readonly personId: string | null;
  readonly postId: string | null;
  readonly now: Temporal.Instant;
};

/** Writes new matters without any event; their first period is `insertPeriods`' business. */
export async function insertMatters(
  trx: Transaction<DB>,
  matters: readonly NewMatter[],
  { personId, postId, now }: RecordedBy,
): Promise<void> {
  if (matters.length === 0) return;
  const rows = matters.map((matter) => ({
    id: matter.id,
    code: matter.code,
    unit_id: matter.unitId,
    root_unit_id: matter.rootUnitId,
    ref: matter.ref ?? null,
    conference_id: matter.conferenceId ?? null,
    turn_id: matter.turnId ?? null,
    forwarded_from_id: matter.forwardedFromId ?? null,
    channel: matter.channel,
    kind: matter.kind,
    field_code: matter.fieldCode,
    received_on: matter.receivedOn,
    text: matter.text,
    search: searchKey(`${matter.code} ${matter.text}`),
    naming: matter.naming,
    village_id: matter.villageId ?? null,
    recorded_by: personId,
    recorded_in: postId,
    recorded_at: now.toString(),
  }));
  await trx.insertInto("recommendation").values(rows).execute();
  const requesters = matters.flatMap(({ id, requesters }) =>
    requesters.map(({ name, villageId, contact }, index) => ({
      id: uuidv7(now),
      recommendation_id: id,
      position: index + 1,
      name,
      village_id: villageId ?? null,
      contact: contact ?? null,
    })),
  );
  if (requesters.length > 0) await trx.insertInto("requester").values(requesters).execute();
}

/** The next `count` codes of a unit in a year, in order. */
export async function nextCodes(
  trx: Transaction<DB>,
  unit: { id: string; code: string },
  year: number,
  count: number,
): Promise<string[]> {
  const { last } = await trx
    .insertInto("recommendation_counter")
    .values({ unit_id: unit.id, year, last: count })
    .onConflict((conflict) =>
      conflict
        .columns(["unit_id", "year"])
        .doUpdateSet({ last: sql`recommendation_counter.last + ${count}` }),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  return Array.from({ length: count }, (_, i) => matterCode(unit.code, year, last - count + 1 + i));
}

/** Every change raises the version, so that a form opened before it is noticed. */
export async function raiseVersion(trx: Transaction<DB>, id: string): Promise<void> {
  await trx
    .updateTable("recommendation")
    .set({ version: sql`version + 1` })
    .where("id", "=", id)
    .execute();
}

/** Matters that have been merged into one, at any remove; for the reply that must reach all who asked. */
export async function mergedInto(db: Kysely<DB>, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive merged as (
      select m.id from present_merged_into(${id}) m
      union
      select m.id from merged cross join lateral present_merged_into(merged.id) m)
    select id from merged`.execute(db);
  return rows.map((row) => row.id);
}
