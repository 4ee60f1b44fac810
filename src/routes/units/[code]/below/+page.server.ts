import { unitReadings } from "#modules/organization/server/index.ts";
import { asking } from "../../../asking.ts";
import { pageIn } from "../../../whole-in.ts";
import { dayAsked } from "../../day-asked.ts";
import { belowAsked } from "./asked.ts";
import type { PageServerLoad } from "./$types";

/** All units of one kind directly below another on a day, page by page. */
export const load: PageServerLoad = async (event) => {
  const { ask, today } = asking(event);
  const shown = await ask(unitReadings.ofKind, { ...belowAsked(event), page: pageIn(event.url) });
  return { ...shown, on: dayAsked(event.url, today).on };
};
