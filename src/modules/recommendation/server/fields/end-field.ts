import { dayInput, textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayKeepFields } from "../../permissions.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { fieldForChange } from "./field.store.ts";

/** Nothing new is received in a field after a day, nor in its parts; what is in it stays and is counted there. */
export const endField = act({
  name: "recommendation.end_field",
  title: { vi: "Thôi dùng lĩnh vực", en: "End a field" },
  may: mayKeepFields,
  input: z.strictObject({ field: textInput(150), until: dayInput }),
  problems,
  place: () => Promise.resolve({ unitId: null }),
  async run({ trx, input: { field: code, until } }) {
    const field = await fieldForChange(trx, code, "field");
    if (field.untilOn <= until) throw new Problem(problems.field_ended, { values: { until: field.untilOn } });
    if (until < field.fromOn) {
      throw new Problem(problems.field_ends_before, { field: "until", values: { from: field.fromOn } });
    }
    if (code === "khac") throw new Problem(problems.field_for_the_rest);
    await trx
      .updateTable("field")
      .set({ until_on: until })
      .where((eb) => eb.or([eb("code", "=", code), eb("parent_code", "=", code)]))
      .where("until_on", ">", until)
      .execute();
    return { code };
  },
});
