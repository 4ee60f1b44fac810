import { dayInput, optionalText, textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { fieldCode } from "../../field-code.ts";
import { mayKeepFields } from "../../permissions.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { fieldForChange, freeCode, nextPosition, refuseNameTaken } from "./field.store.ts";

/** A field from a day on, or a part of one. Two levels, no more: people must find theirs. */
export const addField = act({
  name: "recommendation.add_field",
  title: { vi: "Thêm lĩnh vực", en: "Add a field" },
  may: mayKeepFields,
  input: z.strictObject({ name: textInput(200), parent: optionalText(150), from: dayInput }),
  problems,
  place: () => Promise.resolve({ unitId: null }),
  async run({ trx, input: { name, parent: parentCode, from } }) {
    const parent = parentCode === undefined ? null : await fieldForChange(trx, parentCode, "parent");
    if (parent && (parent.parentCode !== null || parent.untilOn < from || parent.fromOn > from)) {
      throw new Problem(problems.field_not_a_parent, { field: "parent", values: { name: parent.name } });
    }
    await refuseNameTaken(trx, { name, parentCode: parent?.code ?? null, on: from });
    const code = await freeCode(trx, fieldCode(name, parent?.code ?? null));
    const position = await nextPosition(trx, parent);
    await trx
      .insertInto("field")
      .values({ code, name, position, parent_code: parent?.code ?? null, from_on: from })
      .execute();
    return { code };
  },
});
