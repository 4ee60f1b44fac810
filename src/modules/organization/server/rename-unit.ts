import { dayInput, textInput, unitCodeInput } from "#kernel/input.ts";
import type { DB } from "#db";
import { act } from "#platform/server/act/act.ts";
import type { Transaction } from "kysely";
import { z } from "zod";
import { mayAdminister } from "../permissions.ts";
import { organizationProblems as problems } from "../problems.ts";
import { recordSuccession } from "./succession.store.ts";
import { changeName, unitThereOn } from "./unit.store.ts";

/** A unit keeps its identity and bears another name from a day on. */
export const renameUnit = act({
  name: "organization.rename_unit",
  title: { vi: "Đổi tên đơn vị", en: "Rename a unit" },
  may: mayAdminister,
  input: z.strictObject({ unit: unitCodeInput, name: textInput(200), on: dayInput }),
  problems,
  async place({ trx, input }) {
    const unit = await unitThereOn(trx, input.unit, input.on, "unit");
    return { unitId: unit.id, subjectId: unit.id };
  },
  async run({ trx, input, place, now }) {
    await rename(trx, place.unitId, input.name, input.on, now);
    return { id: place.unitId };
  },
});

/** Another name from a day on, and the arrangement that says so. */
export async function rename(
  trx: Transaction<DB>,
  unitId: string,
  name: string,
  on: string,
  now: Temporal.Instant,
  symbol: string | null = null,
): Promise<void> {
  await changeName(trx, unitId, name, on);
  await recordSuccession(trx, { kind: "rename", on, symbol, from: [unitId], to: [unitId] }, now);
}
