import {
  dayInput,
  optionalDay,
  optionalOf,
  optionalText,
  optionalWholeNumber,
  textInput,
  unitCodeInput,
} from "#kernel/input.ts";
import { reportClasses } from "#modules/recommendation/matter.ts";
import { mayReadReport, reportCases, reportSummary } from "#modules/report/server/index.ts";
import { z } from "zod";
import { count, day, named, rate, tally, text } from "./answer-values.ts";
import { reading, type Reading } from "./reading.ts";

export const bases = z.enum(["as-was", "as-is"]);

const period = {
  unit: unitCodeInput,
  from: dayInput,
  to: dayInput,
  as_of: optionalDay,
  known_on: optionalDay,
  basis: optionalOf(bases),
};

type Period = z.output<z.ZodObject<typeof period>>;

function questionOf({ unit, from, to, as_of, known_on, basis }: Period, today: string) {
  return { unit, from, to, asOf: as_of, knownOn: known_on, basis: basis ?? "as-was", today } as const;
}

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

const report = z.strictObject({
  unit: z.string(),
  from: day,
  to: day,
  as_of: day,
  known_on: day.nullable(),
  basis: bases,
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

const cases = z.strictObject({
  figure: z.string(),
  cases: z.array(aCase).readonly(),
  total: z.strictObject({ cases: count, amount: z.number() }),
  withheld: count.meta({ description: "Counted, but out of sight: no page lists them." }),
  next: text.meta({ description: "Give it back as `after`; null at the end." }),
});

/** The figures of a unit and those below it, and what each is counted from. */
export const reportReadings: readonly Reading[] = [
  reading({
    name: "reports.summary",
    heavy: true,
    title: { vi: "Báo cáo tổng hợp của đơn vị và cấp dưới", en: "The report on a unit and those below it" },
    path: "/reports/summary",
    query: z.strictObject(period),
    answer: report,
    async read({ db, actor, query, today }) {
      await mayReadReport(db, actor, query, today);
      return reportSummary(db, questionOf(query, today));
    },
  }),
  reading({
    name: "reports.cases",
    heavy: true,
    title: { vi: "Các vụ việc của một con số trong báo cáo", en: "The cases behind a figure of the report" },
    path: "/reports/cases",
    query: z.strictObject({
      ...period,
      figure: textInput(200),
      after: optionalText(200),
      limit: optionalWholeNumber(1, 200),
    }),
    answer: cases,
    async read({ db, actor, query: { figure, after, limit, ...asked }, today }) {
      await mayReadReport(db, actor, asked, today);
      return reportCases(db, questionOf(asked, today), figure, { after, limit });
    },
  }),
];
