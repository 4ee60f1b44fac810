import {
  optionalDay,
  optionalOf,
  optionalText,
  optionalWholeNumber,
  textInput,
  unitCodeInput,
  wholeNumber,
} from "#kernel/input.ts";
import { chairCapacities, forms } from "#modules/conference/conference.ts";
import { mayReadUnit } from "#modules/organization/server/index.ts";
import { findPlan, listPlans, planAgainstHeld } from "#modules/planning/server/index.ts";
import { z } from "zod";
import { count, day, text } from "#platform/server/reading/answer-values.ts";
import { bases } from "#modules/report/report.ts";
import { reading } from "#platform/server/reading/reading.ts";
import { inSnakeCase } from "./snake-case.ts";

const state = z.enum(["draft", "issued", "replaced"]);
const quarter = z.literal([1, 2, 3, 4]);
const form = z.enum(forms);
const chair_capacity = z.enum(chairCapacities).nullable();

const line = z.strictObject({
  id: z.uuid(),
  unit: z.string(),
  unit_name: z.string(),
  year: z.int(),
  state,
  symbol: text,
  issued_on: day.nullable(),
  units: count.meta({ description: "Of how many units it asks conferences." }),
  required: count,
  planned: count,
  is_amendment: z.boolean(),
});

const link = z.strictObject({ id: z.uuid(), symbol: text, is_draft: z.boolean() }).nullable();

const plan = z.strictObject({
  id: z.uuid(),
  unit: z.string(),
  unit_name: z.string(),
  year: z.int(),
  state,
  symbol: text,
  issued_on: day.nullable(),
  note: text,
  version: z.int(),
  replaces: link.meta({ description: "The plan whose place it takes or has taken." }),
  replaced_by: link,
  requirements: z.array(
    z.strictObject({
      unit: z.string(),
      unit_name: z.string(),
      required: count,
      form: form.nullable(),
      chair_capacity,
    }),
  ),
  planned: z.array(
    z.strictObject({
      id: z.uuid(),
      unit: z.string(),
      unit_name: z.string(),
      quarter,
      planned_on: day.nullable(),
      form,
      chair_capacity,
      audience: text,
      topic: text,
      place: text,
      continues: z
        .uuid()
        .nullable()
        .meta({ description: "The line of the replaced plan that this takes over." }),
    }),
  ),
});

const figures = {
  required: count.nullable().meta({ description: "Null where no plan in force asks anything." }),
  planned: count,
  held: count,
  shortfall: count,
};

const against = z.strictObject({
  unit: z.string(),
  unit_name: z.string(),
  year: z.int(),
  as_of: day,
  basis: z.enum(bases),
  plans: z.array(
    z.strictObject({ id: z.uuid(), unit_name: z.string(), symbol: text, issued_on: day.nullable() }),
  ),
  units: z.array(z.strictObject({ unit: z.string(), name: z.string(), ...figures })),
  totals: z.strictObject(figures),
  quarters: z.array(
    z.strictObject({
      quarter,
      planned: count,
      held: count,
      coming: count,
      overdue: count,
      called_off: count,
    }),
  ),
  entries: z.array(
    z.strictObject({
      id: z.uuid(),
      unit: z.string(),
      name: z.string(),
      is_planned: z.boolean(),
      is_counted: z.boolean().meta({ description: "One of the conferences that the report counts as held." }),
      state: z.enum(["held", "coming", "open", "overdue", "called_off"]),
      quarter,
      on: day.nullable(),
      starts_at: text,
      form,
      chair_capacity,
      topic: text,
      reason: text.meta({ description: "Why an ad hoc conference was called." }),
      conference_id: z.uuid().nullable(),
    }),
  ),
});

/** The plans of a year, and what was held of them. */
export const planReadings = [
  reading({
    name: "plans.list",
    title: { vi: "Các kế hoạch được xem", en: "The plans that one may read" },
    query: z.strictObject({
      year: optionalWholeNumber(1945, 2200),
      unit: optionalText(100),
      page: optionalWholeNumber(1, 100_000),
    }),
    may: "each",
    api: { path: "/plans", answer: z.strictObject({ lines: z.array(line), total: count }) },
    async read({ db, actor, query: { page, ...filter }, today }) {
      return inSnakeCase(await listPlans(db, actor, filter, today, page));
    },
  }),
  reading({
    name: "plans.against",
    title: { vi: "Kế hoạch năm và thực tế", en: "A year's plan against what was held" },
    query: z.strictObject({
      unit: unitCodeInput,
      year: wholeNumber(1945, 2200),
      as_of: optionalDay,
      basis: optionalOf(z.enum(bases)),
    }),
    may: "each",
    api: { path: "/plans/against", answer: against },
    async read({ db, actor, query: { unit, year, as_of, basis }, today }) {
      await mayReadUnit(db, actor, unit, { from: `${year}-01-01`, on: `${year}-12-31`, today });
      return inSnakeCase(await planAgainstHeld(db, { unit, year, asOf: as_of ?? today, basis, today }));
    },
  }),
  reading({
    name: "plans.find",
    title: { vi: "Một kế hoạch", en: "One plan" },
    query: z.strictObject({ id: textInput(36) }),
    may: "each",
    api: { path: "/plans/:id", answer: plan },
    async read({ db, actor, query, today }) {
      const { unitId: _ours, ...found } = await findPlan(db, actor, query.id, today);
      return inSnakeCase(found);
    },
  }),
];
