import { Problem } from "#kernel/problem.ts";
import { basesOffered, chairsInPost } from "#modules/conference/server/index.ts";
import { valuesOfHead } from "#modules/conference/ui/life/conference-form.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../units/signed-in.ts";
import { recordActions } from "../form-actions.ts";
import { keptUnits } from "../kept-units.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const units = await keptUnits(actor);
  if (units.length === 0) throw new Problem(actProblems.not_permitted);
  // Of an older conference the day is not known yet.
  const bases = await basesOffered(
    currentDatabase().db,
    units.map(({ code }) => code),
    null,
  );
  const chairs = await chairsInPost(
    currentDatabase().db,
    units.map(({ code }) => code),
    today,
  );
  const proposed = valuesOfHead(chairs, units.length === 1 ? units[0]!.code : undefined);
  return { units, bases, chairs, proposed, today, key: crypto.randomUUID() };
};

export const actions: Actions = recordActions;
