import { deadlineReadings } from "#modules/deadline/server/index.ts";
import { asking } from "../../../asking.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { ask, today } = asking(event);
  return { today, ...(await ask(deadlineReadings.ofMatter, { recommendation: event.params.code })) };
};
