import { formAction } from "#acts/form-action.ts";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { mayKeepConferences } from "#modules/conference/permissions.ts";
import { documentsAbout } from "#modules/document/server/index.ts";
import { mayDo, mayReadUnit } from "#modules/organization/server/index.ts";
import { mayPlan } from "#modules/planning/permissions.ts";
import {
  amendPlan,
  discardDraft,
  findPlan,
  issuePlan,
  planAgainstHeld,
  type PlanReading,
} from "#modules/planning/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { withDays } from "#ui/posted.ts";
import { signedIn } from "../../units/signed-in.ts";
import { mayCompare, unitsWithGrant } from "../planning-units.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const plan = await findPlan(db, actor, event.params.id, today);
  const kept = await unitsWithGrant(actor, mayKeepConferences, today);
  return {
    plan,
    today,
    key: crypto.randomUUID(),
    papers: await documentsAbout(db, actor, { kind: "plan", id: plan.id }, today),
    entries: await entriesOf(actor, plan, today),
    mayCompare: mayCompare(actor),
    kept: kept.map(({ code }) => code),
    mayPlan: await mayDo(db, actor, mayPlan, plan.unitId, today),
  };
};

/** How far each planned conference has come; nothing for one who may not read all of the plan's unit. */
async function entriesOf(actor: Actor, { state, unit, year, planned }: PlanReading, today: string) {
  if (state !== "issued" || planned.length === 0) return null;
  const { db } = currentDatabase();
  try {
    await mayReadUnit(db, actor, unit, { from: `${year}-01-01`, on: `${year}-12-31`, today });
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
  const own = new Set(planned.map(({ id }) => id));
  const { entries } = await planAgainstHeld(db, { unit, year, asOf: today, today });
  return entries.filter(({ id }) => own.has(id));
}

const ofPlan = (
  fields: Record<string, unknown>,
  { params }: { params: Partial<Record<string, string>> },
) => ({
  ...fields,
  plan: params.id,
});

export const actions: Actions = {
  issue: formAction(issuePlan, {
    input: (fields, event) => withDays(ofPlan(fields, event), "issued_on"),
    then: ({ id }) => `/plans/${id}`,
  }),
  amend: formAction(amendPlan, { input: ofPlan, then: ({ id }) => `/plans/${id}/edit` }),
  discard: formAction(discardDraft, { input: ofPlan, then: () => "/plans" }),
};
