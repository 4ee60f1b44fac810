import { dayInput, textInput, unitCodeInput } from "#kernel/input.ts";
import { act } from "#platform/server/act/act.ts";
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
    await changeName(trx, place.unitId, input.name, input.on);
    await recordSuccession(
      trx,
      { kind: "rename", on: input.on, from: [place.unitId], to: [place.unitId] },
      now,
    );
    return { id: place.unitId };
  },
});
