import { reportClasses } from "#modules/recommendation/matter.ts";
import { count, day, named, rate, tally, text } from "#platform/server/reading/answer-values.ts";
import { z } from "zod";
import { bases } from "../report.ts";

const recommendations = z
  .strictObject({
    received: count,
    invalid: count,
    routed_out: count,
    duplicates: count,
    distinct: count,
    awaiting_ruling: count,
    answered_in_room: count,
    noted: count,
    assigned: count,
    directed: count,
    done: count,
    explained: count,
    refused: count,
    in_hand: count,
    overdue: count,
    scheduled: count,
    blocked: count,
    passed_up: count,
    answered_on_time: count,
    answered_after_extension: count,
    answered_late: count,
    answered_not_satisfied: count,
    reopened: count,
    by_field: tally,
    by_channel: tally,
    by_lead: tally,
  })
  .meta({ description: "Of what was received in the period, in its state on the day asked about." });

const balance = z
  .strictObject({ opening: count, new: count, reopened: count, closed: count, closing: count })
  .meta({ description: "Of matters of any age." });

const satisfaction = z.strictObject({
  sessions: count,
  minimum: rate,
  mean: rate,
  issued: count,
  returned: count,
  valid: count,
});

const planLine = z.strictObject({ unit: z.string(), required: count, held: count, shortfall: count });
const identity = z.strictObject({ name: z.string(), holds: z.boolean(), left: count, right: count });

/** A report as the API gives it out. */
export const reportAnswer = z.strictObject({
  unit: z.string(),
  from: day,
  to: day,
  as_of: day,
  known_on: day.nullable(),
  basis: z.enum(bases),
  estimate: z
    .literal(true)
    .optional()
    .meta({ description: "Only where a unit was divided between this subtree and others." }),
  conferences: z.strictObject({
    held: count,
    required: count,
    shortfall: count,
    by_form: tally,
    by_level: tally,
  }),
  attendances: count
    .nullable()
    .meta({ description: "Null where conferences were held and of none it was told." }),
  turns: count,
  recommendations,
  balance,
  rates: z.strictObject({ directed: rate, done: rate, substantive: rate, on_time: rate }),
  satisfaction,
  plans: z.array(planLine).readonly(),
  indicators: z.record(z.string(), z.number()).readonly(),
  identities: z.array(identity).readonly(),
});

const aCase = z.strictObject({
  kind: z.enum(["recommendation", "conference", "turn", "plan", "return"]),
  id: z.string(),
  code: text,
  text: text.meta({ description: "The beginning of the text; null where it is out of sight." }),
  unit: named,
  on: day,
  amount: z.number(),
  received_on: day.nullable(),
  field: text,
  class: z.enum(reportClasses).nullable(),
  due: day.nullable(),
  lead: text,
});

/** A page of the cases of a figure. */
export const casesAnswer = z.strictObject({
  figure: z.string(),
  cases: z.array(aCase).readonly(),
  total: z.strictObject({ cases: count, amount: z.number() }),
  withheld: count.meta({ description: "Counted, but out of sight: no page lists them." }),
  next: text.meta({ description: "Give it back as `after`; null at the end." }),
});
