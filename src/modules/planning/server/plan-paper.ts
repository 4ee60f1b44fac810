import type { DB } from "#db";
import type { Paper, Side } from "#modules/document/document-model.ts";
import type { PaperDay } from "#modules/document/paper-day.ts";
import { draftPaper } from "#modules/document/server/index.ts";
import { unitsToldToAll } from "#modules/recommendation/server/index.ts";
import type { Kysely } from "kysely";
import { planPaper } from "../paper.ts";
import { lineTold, wordsOfPlan } from "../words-of-plan.ts";
import { findPlan, unitsQuoted } from "./find-plan.ts";
import type { PlanRow } from "./plan.store.ts";
import { planNamesOn } from "./readable-plans.ts";

const asProduct = { kind: "system", name: "planning" } as const;

/** A plan as a draft of its unit's office on a day, with the units as they are called on it. */
export async function draftPlanPaper(
  db: Kysely<DB>,
  plan: Pick<PlanRow, "id" | "unit_id">,
  side: Side,
  { day, today }: PaperDay,
): Promise<Paper> {
  const { replaces, ...facts } = await findPlan(db, asProduct, plan.id, today, planNamesOn(day));
  const texts = wordsOfPlan(facts.note, facts.planned);
  const told = await unitsToldToAll(db, { units: await unitsQuoted(db, [plan.id]), texts });
  const planned = facts.planned.map((line) => lineTold(line, told));
  const said = { ...facts, note: told(facts.note), planned, replacedSymbol: replaces?.symbol ?? null };
  return draftPaper(db, plan.unit_id, planPaper(said, side), day);
}
