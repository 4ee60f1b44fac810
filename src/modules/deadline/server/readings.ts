import { optionalText, textInput, unitCodeInput, yearInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { mayDo, unitByCode } from "#modules/organization/server/index.ts";
import { reading, type Asker } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { mayKeepCalendar, mayKeepOwnTerm, mayKeepRules } from "../permissions.ts";
import { deadlineProblems as problems } from "../problems.ts";
import { PURPOSES } from "../rule.ts";
import { clocksOf } from "./clocks-of.ts";
import { explainDeadline } from "./explain-deadline.ts";
import { ownTermOf } from "./own-term.store.ts";
import { overruledBy } from "./overruled-by.ts";
import { readCalendarYear } from "./read-calendar-year.ts";
import { readRules } from "./read-rules.ts";
import { readableMatter } from "./readable-matter.ts";

/** One year of the calendar, of those for which both the law and the moon can be told. */
const calendar = reading({
  name: "deadlines.calendar",
  title: { vi: "Lịch nghỉ và làm bù của một năm", en: "The holidays and make-up days of a year" },
  query: z.strictObject({ year: yearInput(1990, 2100) }),
  may: "everyone",
  read: async ({ db, actor, query: { year }, today }) => ({
    calendar: await readCalendarYear(db, year),
    mayKeep: await mayDo(db, actor, mayKeepCalendar, null, today),
  }),
});

/** All rules, the ended ones last; after one was added also whether a stronger one overrules it. */
const rules = reading({
  name: "deadlines.rules",
  title: { vi: "Các quy định về thời hạn", en: "The rules about deadlines" },
  query: z.strictObject({ added: optionalText(80) }),
  may: "everyone",
  async read({ db, actor, query: { added: code }, today }) {
    const all = await readRules(db, today);
    const kept = new Set<string | null>();
    for (const unitId of new Set(all.map(({ territoryId }) => territoryId)))
      if (await mayDo(db, actor, mayKeepRules, unitId, today)) kept.add(unitId);
    const added = all.find((rule) => rule.code === code) ?? null;
    return {
      rules: all.map((rule) => ({ ...rule, mayEnd: !rule.ended && kept.has(rule.territoryId) })),
      added: added && { name: added.name, overruled: await overruledBy(db, added) },
    };
  },
});

/** A rule, for whoever may end it. */
const rule = reading({
  name: "deadlines.rule",
  title: { vi: "Một quy định để kết thúc hiệu lực", en: "A rule to be ended" },
  query: z.strictObject({ rule: textInput(80) }),
  may: mayKeepRules,
  async place({ db, query: { rule: code }, today }) {
    const found = (await readRules(db, today)).find((one) => one.code === code);
    if (!found) throw new Problem(problems.rule_not_found, { values: { code }, field: "rule" });
    return { unitId: found.territoryId, rule: found };
  },
  read: ({ place }) => Promise.resolve(place.rule),
});

/** The term that a unit gives where no rule does, for whoever sets it. */
const ownTerm = reading({
  name: "deadlines.own_term",
  title: { vi: "Thời hạn trả lời do đơn vị tự đặt", en: "The term for an answer that a unit gives itself" },
  query: z.strictObject({ unit: unitCodeInput }),
  may: mayKeepOwnTerm,
  place: async ({ db, query: { unit } }) => ({ unitId: (await unitByCode(db, unit, "unit")).id }),
  read: ({ db, place: { unitId } }) => ownTermOf(db, unitId),
});

type AboutMatter = { readonly recommendation: string };
const matterId = ({ db, actor, query: { recommendation }, today }: Asker<AboutMatter>) =>
  readableMatter(db, actor, recommendation, today);

const ofMatter = reading({
  name: "deadlines.of_matter",
  title: { vi: "Các thời hạn của một kiến nghị", en: "The deadlines of a matter" },
  query: z.strictObject({ recommendation: textInput(100) }),
  may: "known",
  place: matterId,
  async read({ db, place: id }) {
    const { strictest, ...matter } = (await clocksOf(db, id))!;
    return { ...matter, strictestAt: matter.clocks.findIndex((clock) => clock === strictest) };
  },
});

/** Why one obligation of a matter is due when it is; with a rule's code, what that rule alone would give. */
const explained = reading({
  name: "deadlines.explained",
  title: { vi: "Vì sao đến hạn ngày ấy", en: "Why an obligation of a matter is due when it is" },
  query: z.strictObject({
    recommendation: textInput(100),
    purpose: z.enum(PURPOSES),
    rule: optionalText(80),
  }),
  may: "known",
  place: matterId,
  read: ({ db, query: { purpose, rule: ruleCode }, place: id }) =>
    explainDeadline(db, id, { purpose, ruleCode }),
});

/** What may be asked of deadlines; those of a conference are asked of the conference. */
export const deadlineReadings = { calendar, rules, rule, ownTerm, ofMatter, explained };
