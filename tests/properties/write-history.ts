import type { DB } from "#db";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem } from "#kernel/problem.ts";
import {
  insertUnits,
  recordSuccession,
  refreshAncestry,
  unitByCode,
} from "#modules/organization/server/index.ts";
import { dayBefore, type UnitKind } from "#modules/organization/unit.ts";
import { lastStep } from "#modules/recommendation/annulment.ts";
import { annulEvent } from "#modules/recommendation/server/corrections/annul-event.ts";
import { correctWords } from "#modules/recommendation/server/corrections/correct-words.ts";
import { insertPeriods } from "#modules/recommendation/server/matter/period.store.ts";
import { recordEvent } from "#modules/recommendation/server/moves/record-event.ts";
import {
  insertMatters,
  matterForChangeById,
} from "#modules/recommendation/server/matter/recommendation.store.ts";
import { statePeriods } from "#modules/recommendation/state-periods.ts";
import type { Kysely, Transaction } from "kysely";
import { instantOf, type History, type HistoryMatter } from "./history.ts";

type Ids = ReadonlyMap<string, string>;
const beginning = Temporal.Instant.from("2000-01-01T00:00:00Z");

/** Enters a history into the tables by the product's own writing of facts, each line at its own time. */
export async function writeHistory(db: Kysely<DB>, history: History): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const units = await writeUnits(trx, history);
    const conferences = await writeConferences(trx, history, units);
    await writePlans(trx, history, units);
    await writeReturns(trx, history, units);
    await writeTurnsAndBallots(trx, history, conferences);
    const matters = await writeMatters(trx, history, units);
    for (const matter of history.matters) await writeEvents(trx, matter, units, matters);
  });
}

/** Writes the units of a history with all that they lived through; their ids by code. */
export async function writeUnits(
  trx: Transaction<DB>,
  { units, successions }: Pick<History, "units" | "successions">,
): Promise<Ids> {
  const ids = new Map(units.map(({ code }) => [code, uuidv7(beginning)]));
  const above = await unitByCode(trx, "VN");
  const rootId = ids.get(units[0]!.code)!;
  const idOf = (code: string) => ids.get(code)!;
  await insertUnits(
    trx,
    units.map(({ code, name, kind, parent, from, until }) => {
      const days = { fromOn: from ?? "-infinity", untilOn: until ? dayBefore(until) : "infinity" };
      const parents = parentsOf(code, parent ? idOf(parent) : above.id, days, successions, idOf);
      return {
        id: idOf(code),
        code,
        kind: kind as UnitKind,
        rootId,
        ...days,
        names: [{ name, ...days }],
        parents,
      };
    }),
    beginning,
  );
  await refreshAncestry(trx, [...ids.values()]);
  for (const { kind, on, from, to } of successions) {
    const sides = { from: from.map(idOf), to: (to ?? []).map(idOf) };
    await recordSuccession(trx, { kind, on, ...sides }, beginning);
  }
  return ids;
}

type Days = { fromOn: string; untilOn: string };

/** The first parent, and those that came by a reparenting, each to the day before the next. */
function parentsOf(
  code: string,
  parentId: string,
  days: Days,
  successions: History["successions"],
  idOf: (code: string) => string,
) {
  const moves = successions
    .filter(({ kind, from }) => kind === "reparent" && from.includes(code))
    .toSorted((a, b) => a.on.localeCompare(b.on));
  const starts = [
    { parentId, fromOn: days.fromOn },
    ...moves.map(({ on, to }) => ({ parentId: idOf(to![0]!), fromOn: on })),
  ];
  return starts.map((start, at) => {
    const next = starts[at + 1];
    return { ...start, untilOn: next ? dayBefore(next.fromOn) : days.untilOn };
  });
}

async function writeConferences(trx: Transaction<DB>, { conferences }: History, units: Ids): Promise<Ids> {
  const ids = new Map(conferences.map(({ it }) => [it.ref, uuidv7(beginning)]));
  const rows = conferences.map(({ it, entered }) => ({
    id: ids.get(it.ref)!,
    unit_id: units.get(it.unit)!,
    ref: it.ref,
    form: it.form,
    held_on: it.held_on,
    attendances: it.attendances ?? null,
    recorded_at: instantOf(entered).toString(),
    held_recorded_at: instantOf(entered).toString(),
  }));
  if (rows.length > 0) await trx.insertInto("conference").values(rows).execute();
  return ids;
}

async function writePlans(trx: Transaction<DB>, { plans }: History, units: Ids): Promise<void> {
  for (const { it, entered } of plans) {
    const id = uuidv7(beginning);
    const plan = {
      id,
      unit_id: units.get(it.unit)!,
      ref: it.ref,
      year: it.year,
      issued_on: it.issued_on ?? null,
    };
    await trx
      .insertInto("plan")
      .values({ ...plan, recorded_at: instantOf(entered).toString() })
      .execute();
    const rows = (it.requirements ?? []).map(({ unit, required }) => ({
      plan_id: id,
      unit_id: units.get(unit)!,
      required,
    }));
    if (rows.length > 0) await trx.insertInto("plan_requirement").values(rows).execute();
  }
}

async function writeReturns(trx: Transaction<DB>, { returns }: History, units: Ids): Promise<void> {
  for (const { it, entered } of returns) {
    const id = uuidv7(beginning);
    const row = { id, unit_id: units.get(it.unit)!, period: it.period, cutoff_on: it.cutoff ?? null };
    await trx
      .insertInto("period_return")
      .values({ ...row, recorded_at: instantOf(entered).toString() })
      .execute();
    const values = Object.entries(it.values ?? {}).map(([indicator, value]) => ({
      return_id: id,
      indicator,
      value,
    }));
    if (values.length > 0) await trx.insertInto("period_return_value").values(values).execute();
  }
}

async function writeTurnsAndBallots(
  trx: Transaction<DB>,
  { turns, ballots }: History,
  conferences: Ids,
): Promise<void> {
  for (const [at, { it, entered }] of turns.entries()) {
    const row = {
      id: uuidv7(beginning),
      conference_id: conferences.get(it.conference)!,
      ref: it.ref,
      position: at + 1,
    };
    await trx
      .insertInto("turn")
      .values({ ...row, recorded_at: instantOf(entered).toString() })
      .execute();
  }
  for (const { it, entered } of ballots) {
    const { issued, returned, valid, counts } = it;
    const row = { conference_id: conferences.get(it.conference)!, issued, returned, valid, ...counts };
    await trx
      .insertInto("ballot")
      .values({ ...row, recorded_at: instantOf(entered).toString() })
      .execute();
  }
}

async function writeMatters(
  trx: Transaction<DB>,
  { matters, units: [root] }: History,
  units: Ids,
): Promise<Ids> {
  const ids = new Map(matters.map(({ ref }) => [ref, uuidv7(beginning)]));
  for (const matter of matters) {
    const [id, now] = [ids.get(matter.ref)!, instantOf(matter.entered)];
    const row = {
      id,
      code: `${matter.unit}-${matter.ref}`,
      unitId: units.get(matter.unit)!,
      rootUnitId: units.get(root!.code)!,
      ref: matter.ref,
      forwardedFromId: matter.forwardedFrom ? ids.get(matter.forwardedFrom)! : null,
      channel: matter.channel,
      kind: "recommendation",
      fieldCode: matter.field,
      receivedOn: matter.received,
      text: `Kiến nghị ${matter.ref}`,
      naming: "named",
      requesters: [],
    };
    await insertMatters(trx, [row], { personId: null, postId: null, now });
    const first = statePeriods(matter.received, []).map((period) => ({ matterId: id, period }));
    await insertPeriods(trx, first, now);
  }
  return ids;
}

async function writeEvents(
  trx: Transaction<DB>,
  matter: HistoryMatter,
  units: Ids,
  matters: Ids,
): Promise<void> {
  const idIn = (ids: Ids, name: string | null | undefined) => (name ? ids.get(name)! : null);
  for (const { it, entered } of matter.events) {
    const known = await matterForChangeById(trx, matters.get(matter.ref)!);
    const by = { now: instantOf(entered), today: entered.day, personId: null, postId: null };
    if (it.act === "annul") {
      await annulEvent(trx, known, lastStep(known.events)!, "ghi nhầm", by);
      continue;
    }
    if (it.act === "correct") {
      await correctWords(trx, known, { field_code: it.field, received_on: it.received }, "ghi nhầm", by);
      continue;
    }
    const { leadId, toUnitId, intoId, raisedIn } = it;
    const event = {
      ...it,
      leadId: idIn(units, leadId),
      toUnitId: idIn(units, toUnitId),
      intoId: idIn(matters, intoId),
      raisedIn: raisedIn?.map((ref) => matters.get(ref)!),
    };
    await recordEvent(trx, known, event, by);
  }
}

/** Whether these events, in this order of entry, make a legal history. */
export function isLegal(received: string, events: Parameters<typeof statePeriods>[1]): boolean {
  try {
    statePeriods(received, events);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
