import { uuidv7 } from "#kernel/identifier.ts";
import { wordsWithout } from "#modules/recommendation/server/index.ts";
import { insertChairs } from "#modules/conference/server/index.ts";
import type { Unit } from "#modules/organization/unit.ts";
import { sql } from "kysely";
import type { RegisterFile, RegisterTurn } from "../register-file.ts";
import { anyOf, recordsOfUnits } from "./any-of.ts";
import { exportConferences, exportTurns } from "./export-dialogue.ts";
import { tellForeignVillages } from "./foreign-villages.ts";
import { chairedAsHead, freshOnly, identityOfRef } from "./fresh-only.ts";
import { idsOfRefs } from "./ids-of-refs.ts";
import type { ImportWork } from "./import-work.ts";
import { tellGapsOfConferences, tellGapsOfTurns } from "./tell-noun-gaps.ts";
import { insertAll } from "./insert-all.ts";
import { problemAt, type RegisterProblem } from "../register-problem.ts";

type Units = ReadonlyMap<string, Unit>;

/** Conferences that are not there yet, with their chairs; then the turns of any conference in the file. */
export async function importConferences(
  work: ImportWork,
  units: Units,
  unitIds: readonly string[],
): Promise<void> {
  const here = recordsOfUnits(unitIds);
  const { conferences: there, names } = await exportConferences(work.trx, here, sql<string[]>`'{}'::text[]`);
  const hushed = new Map(there.map((one, at) => [identityOfRef(one), names[at]!]));
  const alike = (one: RegisterFile["conferences"][number]) =>
    withoutNamesOf(one, hushed.get(identityOfRef(one)) ?? []);
  const fresh = freshOnly(work, "conferences", there, identityOfRef, { alike });
  tellGapsOfConferences(work, fresh);
  await insertConferences(work, fresh, units);
  const turnsThere = await exportTurns(work.trx, recordsOfUnits(await unitsOfConferences(work)), {
    everything: true,
    secretariatOf: [],
  });
  const given = withPositions(work.file.turns, turnsThere);
  const turns = freshOnly(work, "turns", turnsThere, identityOfRef, { given });
  tellGapsOfTurns(work, turns);
  const clashes = ordersTaken(given, turns, turnsThere);
  work.problems.push(...clashes);
  if (clashes.length === 0) await insertTurns(work, turns, units, given);
}

/** What a file was not told is no difference: its words of a conference, without the names that nobody else reads. */
function withoutNamesOf(
  one: RegisterFile["conferences"][number],
  names: readonly string[],
): RegisterFile["conferences"][number] {
  const said = (text: string | null | undefined) => text && wordsWithout(text, names);
  const chairs = one.chairs?.map((chair) => ({
    ...chair,
    substitution_reason: said(chair.substitution_reason),
  }));
  return { ...one, topic: said(one.topic), ...(chairs && { chairs }) };
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
    held_recorded_at: by.now.toString(),
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

type TurnThere = Pick<RegisterTurn, "ref" | "conference" | "order">;

/**
 * Turns without an order keep the one they have; new ones follow one another as the file has them, on numbers that
 * no other turn of the conference bears.
 */
function withPositions(turns: readonly RegisterTurn[], there: readonly TurnThere[]): RegisterTurn[] {
  const known = new Map(there.map((turn) => [identityOfRef(turn), turn.order]));
  const taken = new Set([...turns, ...there].map(({ conference, order }) => place(conference, order)));
  const last = new Map<string, number>();
  return turns.map((turn) => {
    let order = turn.order ?? known.get(identityOfRef(turn));
    for (let next = (last.get(turn.conference) ?? 0) + 1; !order; next++)
      if (!taken.has(place(turn.conference, next))) order = next;
    last.set(turn.conference, Math.max(order, last.get(turn.conference) ?? 0));
    return { ...turn, order };
  });
}

/** New turns whose number another turn bears that is there already. */
function ordersTaken(
  given: readonly RegisterTurn[],
  fresh: readonly RegisterTurn[],
  there: readonly TurnThere[],
): RegisterProblem[] {
  const bearers = new Map(there.map((turn) => [place(turn.conference, turn.order), turn.ref]));
  const inFile = placesIn(given);
  return fresh.flatMap((turn) => {
    const { conference: held, order } = turn;
    const other = bearers.get(place(held, order));
    if (other === undefined) return [];
    return [problemAt(`turns[${inFile.get(turn)}].order`, "order_taken", { held, order: order!, other })];
  });
}

function place(conference: string, order: number | null | undefined): string {
  return JSON.stringify([conference, order ?? null]);
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

/** Where each turn stands in the file. */
const placesIn = (given: readonly RegisterTurn[]) => new Map(given.map((turn, at) => [turn, at]));

/** By the ids of conferences: whose they are, and their day. */
async function placesOf(trx: ImportWork["trx"], ids: readonly string[]) {
  const rows = await trx
    .selectFrom("conference")
    .select(["id", "unit_id as unitId", "held_on as on"])
    .where("id", "=", anyOf(ids))
    .execute();
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}

async function insertTurns(
  work: ImportWork,
  turns: readonly RegisterTurn[],
  units: Units,
  given: readonly RegisterTurn[],
): Promise<void> {
  const { trx, by } = work;
  const conferences = await idsOfRefs(
    trx,
    "conference",
    turns.map(({ conference }) => conference),
  );
  const places = await placesOf(trx, [...conferences.values()]);
  const inFile = placesIn(given);
  const named = turns.flatMap((turn) => {
    const { village, conference } = turn;
    if (!village) return [];
    const { unitId, on } = places.get(conferences.get(conference)!)!;
    return [{ path: `turns[${inFile.get(turn)}].village`, unitId, village: units.get(village)!, on }];
  });
  await tellForeignVillages(work, named);
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
