import type { Actor } from "#kernel/actor.ts";
import { dayInput, optionalDay, optionalOf, optionalText, textInput, unitCodeInput } from "#kernel/input.ts";
import { reportSummary } from "#modules/report/server/index.ts";
import { exportRegister } from "#modules/register/server/index.ts";
import { mayReadUnit } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { z } from "zod";

type ReadingContext<Query> = {
  readonly db: Kysely<DB>;
  readonly actor: Actor;
  readonly query: Query;
  /** Today in Việt Nam. */
  readonly today: string;
};

/** Something that can be asked of the register; it writes nothing. */
export type Reading = {
  readonly name: string;
  readonly title: { readonly vi: string; readonly en: string };
  /** Under /api/v1; `:name` is a part of the path. */
  readonly path: string;
  readonly query: z.ZodType;
  read(context: ReadingContext<never>): Promise<unknown>;
};

function reading<Schema extends z.ZodType>(definition: {
  name: string;
  title: { vi: string; en: string };
  path: string;
  query: Schema;
  read(context: ReadingContext<z.output<Schema>>): Promise<unknown>;
}): Reading {
  return definition as unknown as Reading;
}

const period = {
  unit: unitCodeInput,
  from: dayInput,
  to: dayInput,
  as_of: optionalDay,
  known_on: optionalDay,
  basis: optionalOf(z.enum(["as-was", "as-is"])),
};

export const readings: readonly Reading[] = [
  reading({
    name: "reports.summary",
    title: { vi: "Báo cáo tổng hợp của đơn vị và cấp dưới", en: "The report on a unit and those below it" },
    path: "/reports/summary",
    query: z.strictObject(period),
    async read({ db, actor, query, today }) {
      await mayReadUnit(db, actor, query.unit);
      const { unit, from, to, as_of, known_on, basis } = query;
      return reportSummary(db, {
        unit,
        from,
        to,
        asOf: as_of,
        knownOn: known_on,
        basis: basis ?? "as-was",
        today,
      });
    },
  }),
  reading({
    name: "registers.export",
    title: { vi: "Tệp sổ của đơn vị", en: "The register file of a unit" },
    path: "/registers/:unit",
    query: z.strictObject({ unit: unitCodeInput }),
    async read({ db, actor, query }) {
      await mayReadUnit(db, actor, query.unit);
      return db
        .transaction()
        .setIsolationLevel("repeatable read")
        .execute((trx) => exportRegister(trx, query.unit));
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
