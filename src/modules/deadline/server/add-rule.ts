import { dayInput, optionalDay, optionalUnitCode, textInput, wholeNumber } from "#kernel/input.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem } from "#kernel/problem.ts";
import { unitsByCode } from "#modules/organization/server/index.ts";
import { unitKinds } from "#modules/organization/unit.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayKeepRules } from "../permissions.ts";
import { deadlineProblems as problems } from "../problems.ts";
import { PURPOSES, RANKS, ruleProblem } from "../rule.ts";
import type { PublishedRule } from "../statutory-rules.ts";
import { overruledBy } from "./overruled-by.ts";
import { recordingOf } from "./recorded-by.ts";
import { insertRules } from "./rule.store.ts";

const input = z.strictObject({
  name: textInput(200),
  purpose: z.enum(PURPOSES),
  amount: wholeNumber(1, 3650),
  unit: z.enum(["calendar_day", "working_day", "working_hour"]),
  direction: z.enum(["forward", "backward"]).default("forward"),
  start: z.enum(["conference", "receipt", "assignment"]),
  citation: textInput(500),
  rank: z.enum(RANKS),
  territory: optionalUnitCode,
  unit_kinds: z.array(z.enum(unitKinds)).default([]),
  valid_from: dayInput,
  valid_until: optionalDay,
});

/**
 * A rule from a day on. The territory may be a unit that is entered later; until then only the centre may
 * speak for it. A rule that is longer than a stronger one is kept, and the answer names what overrules it.
 */
export const addRule = act({
  name: "deadline.add_rule",
  title: { vi: "Thêm quy định về thời hạn", en: "Add a deadline rule" },
  may: mayKeepRules,
  input,
  problems,
  alone({ valid_from, valid_until }) {
    if (valid_from && valid_until && valid_until < valid_from)
      throw new Problem(problems.validity_invalid, { field: "valid_until" });
  },
  async place({ trx, input: { territory } }) {
    const units = await unitsByCode(trx, territory === undefined ? [] : [territory]);
    return { unitId: units.get(territory ?? "")?.id ?? null };
  },
  async run({ trx, input: given, actor, now }) {
    const rule = ruleFrom(given, uuidv7(now));
    const fault = ruleProblem({ ...rule, territory: null });
    if (fault) throw fault;
    const overruled = await overruledBy(trx, rule);
    await insertRules(trx, [rule], recordingOf(actor, now));
    return { code: rule.code, overruled_by: overruled };
  },
});

function ruleFrom(given: z.output<typeof input>, code: string): PublishedRule {
  const { territory, unit_kinds, valid_from, valid_until, ...rest } = given;
  return {
    ...rest,
    code,
    territoryCode: territory ?? null,
    unitKinds: unit_kinds.length > 0 ? unit_kinds : null,
    validFrom: valid_from,
    validUntil: valid_until ?? null,
  };
}
