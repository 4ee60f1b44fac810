import { Problem } from "#kernel/problem.ts";
import { basesOffered, plannedConference } from "#modules/conference/server/index.ts";
import { valuesOfPlan } from "#modules/conference/ui/conference-form.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { z } from "zod";
import { signedIn } from "../../units/signed-in.ts";
import { prepareActions } from "../form-actions.ts";
import { keptUnits } from "../kept-units.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const units = await keptUnits(actor, today);
  if (units.length === 0) throw new Problem(actProblems.not_permitted);
  const planned = await plannedIn(event.url.searchParams.get("planned"));
  return {
    units,
    today,
    planned,
    bases: await basesOffered(
      currentDatabase().db,
      units.map(({ code }) => code),
      today,
    ),
    proposed: planned ? valuesOfPlan(planned) : {},
    key: crypto.randomUUID(),
  };
};

/** What an address cannot mean is left out; whose the planned conference is, the act judges. */
async function plannedIn(asked: string | null) {
  const id = z.uuid().safeParse(asked);
  return id.success ? plannedConference(currentDatabase().db, id.data) : null;
}

export const actions: Actions = prepareActions;
