import { documentReadings } from "#modules/document/server/index.ts";
import { asking } from "../asking.ts";
import { pageIn } from "../whole-in.ts";
import { askedIn } from "./asked.ts";
import { keepList, keptLists } from "../keep-list.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { ask } = asking(event);
  const filter = askedIn(event.url);
  const [list, years, kept] = await Promise.all([
    ask(documentReadings.list, { ...filter, page: pageIn(event.url) }),
    ask(documentReadings.years, {}),
    keptLists(event),
  ]);
  return { ...list, years, filter, kept };
};

export const actions = keepList;
