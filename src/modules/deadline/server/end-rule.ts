import { dayInput, textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { unitsByCode } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayKeepRules } from "../permissions.ts";
import { deadlineProblems as problems } from "../problems.ts";
import { recordingOf } from "./recorded-by.ts";
import { ofTerritory, territoryCodes } from "../statutory-rules.ts";
import { endRuleOn, ruleForChange } from "./rule.store.ts";

/** A rule holds until a day, inclusive. What was counted by it before stays explained by it. */
export const endRule = act({
  name: "deadline.end_rule",
  title: { vi: "Kết thúc hiệu lực của quy định", en: "End a deadline rule" },
  may: mayKeepRules,
  input: z.strictObject({ rule: textInput(80), until: dayInput }),
  problems,
  async place({ trx, input }) {
    const rule = await ruleForChange(trx, input.rule);
    const units = await unitsByCode(trx, territoryCodes(rule.territoryCode ?? ""));
    return { unitId: ofTerritory(rule.territoryCode ?? "", units)?.id ?? null, rule };
  },
  async run({ trx, input: { until }, place: { rule }, actor, now }) {
    if (rule.validUntil !== null && rule.validUntil <= until) {
      throw new Problem(problems.rule_already_ended, { values: { until: rule.validUntil } });
    }
    if (until < rule.validFrom) throw new Problem(problems.validity_invalid, { field: "until" });
    await endRuleOn(trx, rule.code, until, recordingOf(actor, now));
    return { code: rule.code, until };
  },
});
