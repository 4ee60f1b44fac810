import { chairCapacities, forms } from "#modules/conference/conference.ts";
import { bases } from "#modules/report/report.ts";
import { count, day, text } from "#platform/server/reading/answer-values.ts";
import { z } from "zod";

// What the API gives out of plans.

const state = z.enum(["draft", "issued", "replaced"]);
const quarter = z.literal([1, 2, 3, 4]);
const form = z.enum(forms);
const chair_capacity = z.enum(chairCapacities).nullable();

/** A plan in the list of plans. */
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

/** One plan. */
export const planAnswer = z.strictObject({
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

/** Plans against what was held. */
export const againstAnswer = z.strictObject({
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

/** A part of the list of plans. */
export const plansAnswer = z.strictObject({ lines: z.array(line), total: count });
