import { planReadings } from "#modules/planning/server/index.ts";
import { asking } from "../asking.ts";
import { keepList, keptLists } from "../keep-list.ts";
import { plansAsked } from "./asked.ts";
import { mayCompare } from "./may-compare.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, ask } = asking(event);
  const asked = plansAsked(event);
  const [list, choices, kept] = await Promise.all([
    ask(planReadings.list, asked),
    ask(planReadings.choices, {}),
    keptLists(event),
  ]);
  return { ...list, ...choices, year: asked.year ?? null, kept, mayCompare: mayCompare(actor) };
};

export const actions = keepList;
