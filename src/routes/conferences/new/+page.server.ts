import { Problem } from "#kernel/problem.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { signedIn } from "../../units/signed-in.ts";
import { recordActions } from "../form-actions.ts";
import { keptUnits } from "../kept-units.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const units = await keptUnits(actor, today);
  if (units.length === 0) throw new Problem(actProblems.not_permitted);
  return { units, today, key: crypto.randomUUID() };
};

export const actions: Actions = recordActions;
