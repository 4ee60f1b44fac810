import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { basesOffered, chairsInPost, plannedToPrepare } from "#modules/conference/server/index.ts";
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
  const own = units.map(({ code }) => code);
  const planned = await plannedIn(event.url.searchParams.get("planned"), actor, { units: own, today });
  const chairs = await chairsInPost(currentDatabase().db, own, today);
  const chosen = planned?.unit ?? (units.length === 1 ? units[0]!.code : undefined);
  return {
    units,
    today,
    planned,
    chairs,
    bases: await basesOffered(currentDatabase().db, own, today),
    proposed: {
      ...(planned ? valuesOfPlan(planned) : {}),
      ...valuesOfHead(chairs, chosen, planned?.chairCapacity ?? undefined),
    },
    key: crypto.randomUUID(),
  };
};

/** What an address cannot mean is left out, and what was planned for others. */
async function plannedIn(
  asked: string | null,
  actor: Actor,
  keeping: { readonly units: readonly string[]; readonly today: string },
) {
  const id = z.uuid().safeParse(asked);
  return id.success ? plannedToPrepare(currentDatabase().db, actor, id.data, keeping) : null;
}

export const actions: Actions = prepareActions;
