import { PURPOSES } from "#modules/deadline/rule.ts";
import { deadlineReadings } from "#modules/deadline/server/index.ts";
import { error } from "@sveltejs/kit";
import { asking } from "../../../../asking.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { ask, today } = asking(event);
  const { code: recommendation } = event.params;
  const purpose = PURPOSES.find((known) => known === event.params.purpose) ?? error(404);
  const rule = event.url.searchParams.get("rule")?.slice(0, 80);
  return { today, ...(await ask(deadlineReadings.explained, { recommendation, purpose, rule })) };
};
