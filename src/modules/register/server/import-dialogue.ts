import { uuidv7 } from "#kernel/identifier.ts";
import { insertChairs } from "#modules/conference/server/index.ts";
import { unitsByCode } from "#modules/organization/server/index.ts";
import type { Unit } from "#modules/organization/unit.ts";
import type { DB } from "#db";
import { sql, type Insertable, type Transaction } from "kysely";
import type { RegisterConference, RegisterFile, RegisterTurn } from "../register-file.ts";
import { problemAt } from "../register-problem.ts";
import { withoutBlanks } from "./event-parts.ts";
import {
  exportBallots,
  exportConferences,
  exportPlans,
  exportReturns,
  exportTurns,
} from "./export-dialogue.ts";
import { idsOfRefs } from "./ids-of-refs.ts";
import { sameRecord, slices, tallyOf, type ImportWork } from "./import-work.ts";

type Part = "plans" | "conferences" | "turns" | "ballots" | "returns";
type Units = ReadonlyMap<string, Unit>;

/** Plans, conferences, turns, ballots and returns, in the order in which one needs the other. */
export async function importDialogue(work: ImportWork): Promise<void> {
  const units = await unitsByCode(work.trx, unitCodes(work.file));
  const ids = [...units.values()].map(({ id }) => id);
  const plans = await freshOnly(work, "plans", (await exportPlans(work.trx, ids)).plans, identityOfRef);
  await insertPlans(work, plans, units);
  const conferences = await freshOnly(
    work,
    "conferences",
    await exportConferences(work.trx, ids),
    identityOfRef,
  );
  await insertConferences(work, conferences, units);
  const turns = withPositions(work.file.turns);
  const turnsThere = await exportTurns(work.trx, await unitsOfConferences(work));
  await insertTurns(work, await freshOnly(work, "turns", turnsThere, identityOfRef, turns), units);
  await importBallots(work);
  await importReturns(work, units, ids);
}

function unitCodes(file: RegisterFile): string[] {
  const own = [...file.plans, ...file.conferences, ...file.returns].map(({ unit }) => unit);
  const required = file.plans.flatMap(({ requirements }) => requirements.map(({ unit }) => unit));
  const villages = file.turns.flatMap(({ village }) => village ?? []);
  return [...new Set([...own, ...required, ...villages])];
}

type Identified = { ref?: string; unit?: string; conference?: string };
const identityOfRef = ({ ref, unit, conference }: Identified) => JSON.stringify([ref, unit ?? conference]);

/** Those of the file that are not there yet. One that is there and says something else is a fault. */
async function freshOnly<K extends Part>(
  work: ImportWork,
  part: K,
  there: readonly object[],
  identity: (record: never) => string,
  given: RegisterFile[K] = work.file[part],
): Promise<RegisterFile[K]> {
  const known = new Map(there.map((record) => [identity(record as never), record]));
  const tally = tallyOf(work, part);
  const fresh = (given as readonly object[]).filter((record, at) => {
    const before = known.get(identity(record as never));
    if (!before) return true;
    tally.unchanged += 1;
    if (!sameRecord(plain(record), plain(before)))
      work.problems.push(problemAt(`${part}[${at}]`, "record_differs"));
    return false;
  });
  tally.created += fresh.length;
  work.progress(part, given.length, given.length);
  return fresh as unknown as RegisterFile[K];
}

/** One way of writing a record down: what is left out is written as what it means. */
function plain(record: object): object {
  const { chairs, requirements, praise_only, naming, counts, ...rest } = record as Record<string, unknown>;
  const parts: Record<string, unknown> = { ...rest };
  if (Array.isArray(chairs))
    parts.chairs = chairs.map((chair: RegisterConference["chairs"][number]) => plainChair(chair));
  if (Array.isArray(requirements)) {
    parts.requirements = requirements.toSorted((a: { unit: string }, b: { unit: string }) =>
      a.unit < b.unit ? -1 : 1,
    );
  }
  if ("speaker" in record || praise_only !== undefined || naming !== undefined) {
    parts.praise_only = praise_only === true ? true : undefined;
    parts.naming = naming ?? "secretariat_only";
  }
  if (counts) parts.counts = Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0));
  return withoutBlanks(parts);
}

function plainChair(chair: RegisterConference["chairs"][number]) {
  return withoutBlanks({ ...chair, is_head: chairedAsHead(chair) });
}

/** Where a register does not say, whoever is named with a head's capacity chaired as the head. */
function chairedAsHead({ is_head, capacity }: RegisterConference["chairs"][number]): boolean {
  return is_head ?? capacity !== "deputy";
}

async function insertPlans(
  { trx, by }: ImportWork,
  plans: RegisterFile["plans"],
  units: Units,
): Promise<void> {
  for (const { ref, unit, year, symbol, issued_on, requirements } of plans) {
    const id = uuidv7(by.now);
    const row = {
      id,
      unit_id: units.get(unit)!.id,
      ref,
      year,
      symbol,
      issued_on,
      recorded_at: by.now.toString(),
    };
    await trx.insertInto("plan").values(row).execute();
    const rows = requirements.map((one) => ({
      plan_id: id,
      unit_id: units.get(one.unit)!.id,
      required: one.required,
    }));
    await insertAll(trx, "plan_requirement", rows);
  }
}

async function insertConferences(
  { trx, by }: ImportWork,
  conferences: RegisterFile["conferences"],
  units: Units,
) {
  const plans = await idsOfRefs(
    trx,
    "plan",
    conferences.flatMap(({ plan }) => plan ?? []),
  );
  const rows = conferences.map((one) => ({
    id: uuidv7(by.now),
    unit_id: units.get(one.unit)!.id,
    ref: one.ref,
    form: one.form,
    held_on: one.held_on,
    topic: one.topic || null,
    plan_id: one.plan ? plans.get(one.plan)! : null,
    attendances: one.attendances ?? null,
    villages_represented: one.villages_represented ?? null,
    recorded_at: by.now.toString(),
  }));
  await insertAll(trx, "conference", rows);
  for (const [at, { chairs }] of conferences.entries()) {
    const list = chairs.map((chair) => ({
      name: chair.name ?? null,
      capacity: chair.capacity,
      isHead: chairedAsHead(chair),
      substitutionReason: chair.substitution_reason,
    }));
    await insertChairs(trx, rows[at]!.id, list);
  }
}

/** Turns without an order follow one another as the file has them. */
function withPositions(turns: readonly RegisterTurn[]): RegisterTurn[] {
  const last = new Map<string, number>();
  return turns.map((turn) => {
    const order = turn.order ?? (last.get(turn.conference) ?? 0) + 1;
    last.set(turn.conference, Math.max(order, last.get(turn.conference) ?? 0));
    return { ...turn, order };
  });
}

async function unitsOfConferences({ trx, file }: ImportWork): Promise<string[]> {
  const ids = await idsOfRefs(
    trx,
    "conference",
    file.turns.map(({ conference }) => conference),
  );
  const rows = await trx
    .selectFrom("conference")
    .select("unit_id")
    .distinct()
    .where("id", "=", sql<string>`any(${[...ids.values()]}::uuid[])`)
    .execute();
  return rows.map(({ unit_id }) => unit_id);
}

async function insertTurns(
  { trx, by }: ImportWork,
  turns: readonly RegisterTurn[],
  units: Units,
): Promise<void> {
  const conferences = await idsOfRefs(
    trx,
    "conference",
    turns.map(({ conference }) => conference),
  );
  const rows = turns.map((one) => ({
    id: uuidv7(by.now),
    conference_id: conferences.get(one.conference)!,
    ref: one.ref,
    position: one.order!,
    speaker: one.speaker ?? null,
    village_id: one.village ? units.get(one.village)!.id : null,
    naming: one.naming ?? "secretariat_only",
    praise_only: one.praise_only ?? false,
    recorded_at: by.now.toString(),
  }));
  await insertAll(trx, "turn", rows);
}

async function importBallots(work: ImportWork): Promise<void> {
  const { trx, by, file } = work;
  const ids = await idsOfRefs(
    trx,
    "conference",
    file.ballots.map(({ conference }) => conference),
  );
  const rows = await trx
    .selectFrom("conference")
    .select("unit_id")
    .where("id", "=", sql<string>`any(${[...ids.values()]}::uuid[])`)
    .execute();
  const there = await exportBallots(
    trx,
    rows.map(({ unit_id }) => unit_id),
  );
  const fresh = await freshOnly(
    work,
    "ballots",
    there,
    ({ conference }: { conference: string }) => conference,
  );
  const values = fresh.map(({ conference, issued, returned, valid, counts }) => ({
    ...{ conference_id: ids.get(conference)!, issued, returned, valid, ...counts },
    recorded_at: by.now.toString(),
  }));
  await insertAll(trx, "ballot", values);
}

async function importReturns(work: ImportWork, units: Units, ids: readonly string[]): Promise<void> {
  const { trx, by } = work;
  const identity = ({ unit, period }: { unit: string; period: string }) => `${unit} ${period}`;
  for (const { unit, period, cutoff, values } of await freshOnly(
    work,
    "returns",
    await exportReturns(trx, ids),
    identity,
  )) {
    const id = uuidv7(by.now);
    const row = {
      id,
      unit_id: units.get(unit)!.id,
      period,
      cutoff_on: cutoff,
      recorded_at: by.now.toString(),
    };
    await trx.insertInto("period_return").values(row).execute();
    const lines = Object.entries(values).map(([indicator, value]) => ({
      return_id: id,
      indicator,
      value: String(value),
    }));
    await insertAll(trx, "period_return_value", lines);
  }
}

type Table = "plan_requirement" | "conference" | "turn" | "ballot" | "period_return_value";

async function insertAll<T extends Table>(
  trx: Transaction<DB>,
  table: T,
  rows: readonly Insertable<DB[T]>[],
) {
  for (const some of slices(rows, 1000)) {
    await trx
      .insertInto(table)
      .values(some as never)
      .execute();
  }
}
