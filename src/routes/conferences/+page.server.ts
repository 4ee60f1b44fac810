import { conferenceReadings } from "#modules/conference/server/index.ts";
import { asking } from "../asking.ts";
import { keepList, keptLists } from "../keep-list.ts";
import { pageIn } from "../whole-in.ts";
import { filterIn } from "./asked.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { ask, today } = asking(event);
  const filter = filterIn(event.url);
  const [list, choices, kept] = await Promise.all([
    ask(conferenceReadings.listed, { ...filter, page: pageIn(event.url) }),
    ask(conferenceReadings.choices, {}),
    keptLists(event),
  ]);
  return { ...list, ...choices, today, filter, kept };
};

export const actions = keepList;
