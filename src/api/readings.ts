import {
  dayInput,
  optionalDay,
  optionalOf,
  optionalText,
  optionalWholeNumber,
  textInput,
  unitCodeInput,
  wholeNumber,
} from "#kernel/input.ts";
import { findPlan, listPlans, planAgainstHeld } from "#modules/planning/server/index.ts";
import { reportCases, reportSummary } from "#modules/report/server/index.ts";
import { reportClasses } from "#modules/recommendation/matter.ts";
import { statuses } from "#modules/recommendation/status-transitions.ts";
import { findMatter, listMatters, type MatterFilter } from "#modules/recommendation/server/index.ts";
import { asOffice } from "#modules/register/exporting.ts";
import { exportRegister } from "#modules/register/server/index.ts";
import { mayReadUnit } from "#modules/organization/server/index.ts";
import { z } from "zod";
import { conclusionReadings } from "./conclusion-readings.ts";
import { conferenceReadings } from "./conference-readings.ts";
import { documentReadings } from "./document-readings.ts";
import { reading, type Reading } from "./reading.ts";
import { unitReadings } from "./unit-readings.ts";

const period = {
  unit: unitCodeInput,
  from: dayInput,
  to: dayInput,
  as_of: optionalDay,
  known_on: optionalDay,
  basis: optionalOf(z.enum(["as-was", "as-is"])),
};

type Period = z.output<z.ZodObject<typeof period>>;

function questionOf({ unit, from, to, as_of, known_on, basis }: Period, today: string) {
  return { unit, from, to, asOf: as_of, knownOn: known_on, basis: basis ?? "as-was", today } as const;
}

/** What a page lets pass as not asked for is a mistake here: a program that filters must not be given everything. */
const listFilter = {
  view: z.enum(["all", "open", "overdue"]).default("all"),
  unit: optionalText(100),
  status: optionalOf(z.enum(statuses)),
  class: optionalOf(z.enum(reportClasses)),
  draft: optionalOf(z.enum(["drafted", "approved"])),
  own: optionalOf(z.literal("yes")),
  due: optionalOf(z.literal("week")),
  lead: optionalText(100),
  field: optionalText(100),
  village: optionalText(100),
  conference: optionalOf(z.uuid()),
  from: optionalDay,
  to: optionalDay,
  text: optionalText(200),
} satisfies Record<keyof MatterFilter, z.ZodType>;

/** The shape of the keys that a list gives out. */
const listKey = optionalOf(z.string().regex(/^-?[0-2]_(infinity|\d{4}-\d\d-\d\d)_[0-9a-f-]{36}$/));

const listPage = {
  sort: optionalOf(z.enum(["due", "received"])),
  size: optionalWholeNumber(1, 200),
  after: listKey,
  before: listKey,
};

/** Everything that the API tells. */
export const readings: readonly Reading[] = [
  ...unitReadings,
  ...conferenceReadings,
  ...conclusionReadings,
  ...documentReadings,
  reading({
    name: "reports.summary",
    title: { vi: "Báo cáo tổng hợp của đơn vị và cấp dưới", en: "The report on a unit and those below it" },
    path: "/reports/summary",
    query: z.strictObject(period),
    async read({ db, actor, query, today }) {
      await mayReadUnit(db, actor, query.unit);
      return reportSummary(db, questionOf(query, today));
    },
  }),
  reading({
    name: "reports.cases",
    title: { vi: "Các vụ việc của một con số trong báo cáo", en: "The cases behind a figure of the report" },
    path: "/reports/cases",
    query: z.strictObject({
      ...period,
      figure: textInput(200),
      after: optionalText(200),
      limit: optionalWholeNumber(1, 200),
    }),
    async read({ db, actor, query: { figure, after, limit, ...asked }, today }) {
      await mayReadUnit(db, actor, asked.unit);
      return reportCases(db, questionOf(asked, today), figure, { after, limit });
    },
  }),
  reading({
    name: "plans.list",
    title: { vi: "Các kế hoạch được xem", en: "The plans that one may read" },
    path: "/plans",
    query: z.strictObject({
      year: optionalWholeNumber(1945, 2200),
      unit: optionalText(100),
      page: optionalWholeNumber(1, 100_000),
    }),
    read: ({ db, actor, query: { page, ...filter }, today }) => listPlans(db, actor, filter, today, page),
  }),
  reading({
    name: "plans.against",
    title: { vi: "Kế hoạch năm và thực tế", en: "A year's plan against what was held" },
    path: "/plans/against",
    query: z.strictObject({
      unit: unitCodeInput,
      year: wholeNumber(1945, 2200),
      as_of: optionalDay,
      basis: period.basis,
    }),
    async read({ db, actor, query: { unit, year, as_of, basis }, today }) {
      await mayReadUnit(db, actor, unit);
      return planAgainstHeld(db, { unit, year, asOf: as_of ?? today, basis, today });
    },
  }),
  reading({
    name: "plans.find",
    title: { vi: "Một kế hoạch", en: "One plan" },
    path: "/plans/:id",
    query: z.strictObject({ id: textInput(36) }),
    read: ({ db, actor, query, today }) => findPlan(db, actor, query.id, today),
  }),
  reading({
    name: "recommendations.list",
    title: { vi: "Danh sách kiến nghị được xem", en: "The recommendations that one may read" },
    path: "/recommendations",
    query: z.strictObject({ ...listFilter, ...listPage }),
    async read({ db, actor, query: { sort, size, after, before, ...filter }, today }) {
      const page = { sort: sort ?? "due", size: size ?? 20, after, before } as const;
      return listMatters(db, actor, filter, page, today);
    },
  }),
  reading({
    name: "recommendations.find",
    title: { vi: "Một kiến nghị và quá trình giải quyết", en: "One recommendation with its history" },
    path: "/recommendations/:code",
    query: z.strictObject({ code: textInput(120) }),
    read: ({ db, actor, query, today }) => findMatter(db, actor, query.code, today),
  }),
  reading({
    name: "registers.export",
    title: { vi: "Tệp sổ của đơn vị", en: "The register file of a unit" },
    path: "/registers/:unit",
    query: z.strictObject({ unit: unitCodeInput }),
    async read({ db, actor, query }) {
      await mayReadUnit(db, asOffice(actor), query.unit);
      return db
        .transaction()
        .setIsolationLevel("repeatable read")
        .execute((trx) => exportRegister(trx, query.unit, "in sight"));
    },
  }),
  reading({
    name: "fields.list",
    title: { vi: "Danh mục lĩnh vực", en: "The fields of the work" },
    path: "/fields",
    query: z.strictObject({ on: optionalDay, q: optionalText(100), parent: optionalOf(textInput(80)) }),
    async read({ db, query }) {
      let fields = db.selectFrom("field").select(["code", "parent_code", "name"]).orderBy("position");
      if (query.parent) fields = fields.where("parent_code", "=", query.parent);
      if (query.on) fields = fields.where("from_on", "<=", query.on).where("until_on", ">=", query.on);
      if (query.q) fields = fields.where("name", "ilike", `%${query.q.replace(/[%_\\]/g, "\\$&")}%`);
      return { fields: await fields.execute() };
    },
  }),
];
