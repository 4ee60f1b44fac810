import { Problem } from "#kernel/problem.ts";
import { basesOffered, chairsInPost, plannedConference } from "#modules/conference/server/index.ts";
import { valuesOfHead, valuesOfPlan } from "#modules/conference/ui/life/conference-form.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { z } from "zod";
import { signedIn } from "../../units/signed-in.ts";
import { prepareActions } from "../form-actions.ts";
import { keptUnits } from "../kept-units.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const units = await keptUnits(actor);
  if (units.length === 0) throw new Problem(actProblems.not_permitted);
  const planned = await plannedIn(event.url.searchParams.get("planned"));
  const chairs = await chairsInPost(
    currentDatabase().db,
    units.map(({ code }) => code),
    today,
  );
  const own = planned?.unit ?? (units.length === 1 ? units[0]!.code : undefined);
  return {
    units,
    today,
    planned,
    chairs,
    bases: await basesOffered(
      currentDatabase().db,
      units.map(({ code }) => code),
      today,
    ),
    proposed: {
      ...(planned ? valuesOfPlan(planned) : {}),
      ...valuesOfHead(chairs, own, planned?.chairCapacity ?? undefined),
    },
    key: crypto.randomUUID(),
  };
};

/** What an address cannot mean is left out; whose the planned conference is, the act judges. */
async function plannedIn(asked: string | null) {
  const id = z.uuid().safeParse(asked);
  return id.success ? plannedConference(currentDatabase().db, id.data) : null;
}

export const actions: Actions = prepareActions;
