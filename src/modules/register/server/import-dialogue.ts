import { uuidv7 } from "#kernel/identifier.ts";
import { unitsByCode } from "#modules/organization/server/index.ts";
import type { Unit } from "#modules/organization/unit.ts";
import { sql } from "kysely";
import type { RegisterFile } from "../register-file.ts";
import { recordsOfUnits } from "./any-of.ts";
import { exportBallots, exportPlans, exportReturns } from "./export-dialogue.ts";
import { freshOnly, identityOfRef } from "./fresh-only.ts";
import { idsOfRefs } from "./ids-of-refs.ts";
import { importConferences } from "./import-conferences.ts";
import type { ImportWork } from "./import-work.ts";
import { tellGapsOfPlans } from "./tell-noun-gaps.ts";
import { insertAll } from "./insert-all.ts";

type Units = ReadonlyMap<string, Unit>;

/** Plans, conferences, turns, ballots and returns, in the order in which one needs the other. */
export async function importDialogue(work: ImportWork): Promise<void> {
  const units = await unitsByCode(work.trx, unitCodes(work.file));
  const unitIds = [...units.values()].map(({ id }) => id);
  const { plans } = await exportPlans(work.trx, recordsOfUnits(unitIds));
  const fresh = freshOnly(work, "plans", plans, identityOfRef);
  tellGapsOfPlans(work, fresh);
  await insertPlans(work, fresh, units);
  await importConferences(work, units, unitIds);
  await importBallots(work);
  await importReturns(work, units, unitIds);
}

function unitCodes(file: RegisterFile): string[] {
  const own = [...file.plans, ...file.conferences, ...file.returns].map(({ unit }) => unit);
  const required = file.plans.flatMap(({ requirements }) => requirements.map(({ unit }) => unit));
  const villages = file.turns.flatMap(({ village }) => village ?? []);
  return [...new Set([...own, ...required, ...villages])];
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
  const there = await exportBallots(trx, recordsOfUnits(rows.map(({ unit_id }) => unit_id)));
  const fresh = freshOnly(work, "ballots", there, ({ conference }: { conference: string }) => conference);
  const values = fresh.map(({ conference, issued, returned, valid, counts }) => ({
    conference_id: ids.get(conference)!,
    issued,
    returned,
    valid,
    ...counts,
    recorded_at: by.now.toString(),
  }));
  await insertAll(trx, "ballot", values);
}

async function importReturns(work: ImportWork, units: Units, unitIds: readonly string[]): Promise<void> {
  const { trx, by } = work;
  const identity = ({ unit, period }: { unit: string; period: string }) => `${unit} ${period}`;
  for (const { unit, period, cutoff, values } of freshOnly(
    work,
    "returns",
    await exportReturns(trx, recordsOfUnits(unitIds)),
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
