import { optionalDay, optionalUnitCode, textInput } from "#kernel/input.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayKeepUnits } from "../permissions.ts";
import { organizationProblems as problems } from "../problems.ts";
import { CENTRE_CODE, unitKinds } from "../unit.ts";
import { insertUnits, refreshAncestry, unitByCode } from "./unit.store.ts";

/** A new unit under another, from a day on (or as far back as known). */
export const createUnit = act({
  name: "organization.create_unit",
  title: { vi: "Lập đơn vị", en: "Create a unit" },
  may: mayKeepUnits,
  input: z.strictObject({
    code: textInput(40),
    name: textInput(200),
    kind: z.enum(unitKinds).exclude(["centre"]),
    parent: optionalUnitCode,
    from: optionalDay,
    until: optionalDay,
  }),
  problems,
  constraints: { unit_code_key: problems.code_taken, unit_code_check: problems.code_not_readable },
  alone: ({ from, until }) => {
    if (from && until && until < from) throw new Problem(problems.ends_before_it_begins, { field: "until" });
  },
  async place({ trx, input }) {
    const parent = await unitByCode(trx, input.parent ?? CENTRE_CODE, "parent");
    return { unitId: parent.id, parent };
  },
  async run({ trx, input, place: { parent }, now }) {
    const [fromOn, untilOn] = [input.from ?? "-infinity", input.until ?? "infinity"];
    const id = uuidv7(now);
    const rootId = parent.code === CENTRE_CODE ? id : parent.rootId;
    const names = [{ name: input.name, fromOn, untilOn }];
    const parents = [{ parentId: parent.id, fromOn, untilOn }];
    await insertUnits(
      trx,
      [{ id, code: input.code, kind: input.kind, fromOn, untilOn, rootId, names, parents }],
      now,
    );
    await refreshAncestry(trx, [id]);
    return { id, code: input.code };
  },
});
