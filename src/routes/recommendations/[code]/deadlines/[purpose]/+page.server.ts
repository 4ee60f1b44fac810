import { explainDeadline } from "#modules/deadline/server/index.ts";
import { PURPOSES } from "#modules/deadline/rule.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { error } from "@sveltejs/kit";
import { signedIn } from "../../../../units/signed-in.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const purpose = PURPOSES.find((known) => known === event.params.purpose) ?? error(404);
  const asked = { purpose, ruleCode: event.url.searchParams.get("rule") };
  const explanation = await explainDeadline(currentDatabase().db, actor, event.params.code, asked, today);
  return { today, ...explanation };
};
