import { uuidv7 } from "#kernel/identifier.ts";
import { insertChairs } from "#modules/conference/server/index.ts";
import type { Unit } from "#modules/organization/unit.ts";
import { sql } from "kysely";
import type { RegisterFile, RegisterTurn } from "../register-file.ts";
import { recordsOfUnits } from "./any-of.ts";
import { exportConferences, exportTurns } from "./export-dialogue.ts";
import { chairedAsHead, freshOnly, identityOfRef } from "./fresh-only.ts";
import { idsOfRefs } from "./ids-of-refs.ts";
import type { ImportWork } from "./import-work.ts";
import { insertAll } from "./insert-all.ts";

type Units = ReadonlyMap<string, Unit>;

/** Conferences that are not there yet, with their chairs; then the turns of any conference in the file. */
export async function importConferences(
  work: ImportWork,
  units: Units,
  unitIds: readonly string[],
): Promise<void> {
  const there = await exportConferences(work.trx, recordsOfUnits(unitIds));
  await insertConferences(work, freshOnly(work, "conferences", there, identityOfRef), units);
  const turnsThere = await exportTurns(work.trx, recordsOfUnits(await unitsOfConferences(work)));
  const turns = freshOnly(work, "turns", turnsThere, identityOfRef, withPositions(work.file.turns));
  await insertTurns(work, turns, units);
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
