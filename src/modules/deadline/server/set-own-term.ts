import { optionalWholeNumber, unitCodeInput } from "#kernel/input.ts";
import { unitByCode } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayKeepOwnTerm } from "../permissions.ts";
import { deadlineProblems as problems } from "../problems.ts";
import { replaceOwnTerm } from "./own-term.store.ts";

/** How long the unit gives for a written answer where no rule gives a date; without an amount it gives none. */
export const setOwnTerm = act({
  name: "deadline.set_own_term",
  title: {
    vi: "Đặt thời hạn trả lời khi không có quy định",
    en: "Set the term for an answer where no rule gives one",
  },
  may: mayKeepOwnTerm,
  input: z.strictObject({
    unit: unitCodeInput,
    amount: optionalWholeNumber(1, 365),
    term_unit: z.enum(["calendar_day", "working_day"]).default("working_day"),
  }),
  problems,
  async place({ trx, input }) {
    return { unitId: (await unitByCode(trx, input.unit, "unit")).id };
  },
  async run({ trx, input, place: { unitId }, now, actor, post }) {
    const { amount = null, term_unit: unit } = input;
    return { id: await replaceOwnTerm(trx, { unitId, amount, unit, now, actor, post }) };
  },
});
