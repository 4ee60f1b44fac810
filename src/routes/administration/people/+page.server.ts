import { peopleReadings } from "#modules/organization/server/index.ts";
import { asking } from "../../asking.ts";
import { keepList, keptLists } from "../../keep-list.ts";
import { pageIn } from "../../whole-in.ts";
import { peopleAsked } from "./asked.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { ask } = asking(event);
  const asked = peopleAsked(event.url);
  const [list, kept] = await Promise.all([
    ask(peopleReadings.list, { ...asked, page: pageIn(event.url) }),
    keptLists(event),
  ]);
  return { ...asked, ...list, kept };
};

export const actions = keepList;
