import { personIdOf } from "#kernel/actor.ts";
import { dayInput, textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import { sql } from "kysely";
import { z } from "zod";
import { mayKeepFields } from "../../permissions.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { fieldForChange, refuseNameTaken } from "./field.store.ts";

/** A field is called otherwise from a day on, which has come: matters stay in it, and its earlier name is kept. */
export const renameField = act({
  name: "recommendation.rename_field",
  title: { vi: "Đổi tên lĩnh vực", en: "Rename a field" },
  may: mayKeepFields,
  input: z.strictObject({ field: textInput(150), name: textInput(200), on: dayInput }),
  problems,
  place: () => Promise.resolve({ unitId: null }),
  async run({ trx, input, actor, now, today }) {
    const { name, on } = input;
    const field = await fieldForChange(trx, input.field, "field");
    if (on > today) throw new Problem(problems.in_the_future, { field: "on", values: { on } });
    if (on > field.untilOn) throw new Problem(problems.field_ended, { values: { until: field.untilOn } });
    if (name === field.name) throw new Problem(problems.field_name_same, { field: "name" });
    await refuseNameTaken(trx, { name, parentCode: field.parentCode, on, but: field.code });
    const since = await sql<{ until: string }>`select max(until_on) as until from field_earlier_name
      where field_code = ${field.code}`.execute(trx);
    const earliest = since.rows[0]?.until ?? field.fromOn;
    if (on <= earliest)
      throw new Problem(problems.field_renamed_since, { field: "on", values: { on: earliest } });
    const until = Temporal.PlainDate.from(on).subtract({ days: 1 }).toString();
    const recorded_by = personIdOf(actor);
    const earlier = { field_code: field.code, name: field.name, until_on: until };
    await trx
      .insertInto("field_earlier_name")
      .values({ ...earlier, recorded_at: now.toString(), recorded_by })
      .execute();
    await trx.updateTable("field").set({ name }).where("code", "=", field.code).execute();
    return { code: field.code };
  },
});
