import { unitReadings } from "#modules/organization/server/index.ts";
import { asking } from "../asking.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { keepsPeople, mayLoad } = await asking(event).ask(unitReadings.kept, {});
  return { keepsPeople, mayLoad };
};
