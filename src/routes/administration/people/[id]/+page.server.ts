import { personReadings } from "#modules/identity/server/index.ts";
import { asking } from "../../../asking.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { ask, today } = asking(event);
  return { person: await ask(personReadings.find, { id: event.params.id }), today };
};
