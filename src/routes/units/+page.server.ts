import { cleanText } from "#kernel/vietnamese-text.ts";
import { unitReadings } from "#modules/organization/server/index.ts";
import { asking } from "../asking.ts";
import { keepList, keptLists } from "../keep-list.ts";
import { dayAsked } from "./day-asked.ts";
import type { PageServerLoad } from "./$types";

const mostFound = 50;

export const load: PageServerLoad = async (event) => {
  const { today, ask } = asking(event);
  const asked = dayAsked(event.url, today);
  const { day: on } = asked;
  const text = cleanText((event.url.searchParams.get("q") ?? "").slice(0, 200));
  const [found, top, kept] = await Promise.all([
    text === "" ? null : ask(unitReadings.search, { q: text, on, size: mostFound }),
    ask(unitReadings.top, { on }),
    keptLists(event),
  ]);
  return { text, ...asked, found, ...top, kept };
};

export const actions = keepList;
