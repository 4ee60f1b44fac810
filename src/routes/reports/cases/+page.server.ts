import { reportReadings } from "#modules/report/server/index.ts";
import { asking } from "../../asking.ts";
import { casesAsked } from "../asked.ts";
import { keepList, keptLists } from "../../keep-list.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { ask } = asking(event);
  const { figure, after, ...asked } = await casesAsked(event);
  const page = await ask(reportReadings.shownCases, { ...asked, figure, after });
  const kept = await keptLists(event);
  return { ...page, asked, first: after === "", kept };
};

export const actions = keepList;
