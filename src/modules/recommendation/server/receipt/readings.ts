import { optionalText } from "#kernel/input.ts";
import type { DB } from "#db";
import { isReviewed, unitByCode } from "#modules/organization/server/index.ts";
import { reading } from "#platform/server/reading/reading.ts";
import type { Kysely } from "kysely";
import { z } from "zod";
import { mayReceive } from "../../permissions.ts";
import {
  conferencesOf,
  fieldsOn,
  receivingUnits,
  type UnitChoice,
  villagesOf,
  villagesToReceive,
} from "../matter/form-choices.ts";
import { similarMatters } from "./similar-matters.ts";

/** What the reader may open and what says the same as a matter that is being written down. */
const similar = reading({
  name: "recommendations.similar",
  title: { vi: "Kiến nghị tương tự", en: "Matters that say much the same" },
  query: z.strictObject({
    text: z.string(),
    unit: z.string(),
    field: z.string().optional(),
    village: z.string().optional(),
  }),
  may: "each",
  read: ({ db, actor, query, today }) => similarMatters(db, actor, query, today),
});

/** What the form of a new matter is filled in from: for the unit asked about, or the first of the asker's. */
const toReceive = reading({
  name: "recommendations.to_receive",
  title: { vi: "Tiếp nhận kiến nghị", en: "What the form of a new matter offers" },
  query: z.strictObject({ unit: optionalText(100) }),
  may: { anywhere: mayReceive },
  async read({ db, actor, query, today }) {
    const units = await receivingUnits(db, actor, today);
    const unit = units.find(({ code }) => code === query.unit) ?? units[0] ?? null;
    const [villages, fields, conferences] = await Promise.all([
      unit ? villagesToReceive(db, actor, await villagesOf(db, unit.code, today)) : [],
      fieldsOn(db, today),
      unit ? conferencesOf(db, actor, unit.code, today) : [],
    ]);
    return { units, unit, villages, fields, conferences, reviewed: await isReviewedIn(db, unit, today) };
  },
});

/** Whether a complaint that is written down there is seen by anybody. */
async function isReviewedIn(db: Kysely<DB>, unit: UnitChoice | null, today: string): Promise<boolean> {
  return unit === null || isReviewed(db, (await unitByCode(db, unit.code)).id, today);
}

export const receiptReadings = { similar, toReceive };
