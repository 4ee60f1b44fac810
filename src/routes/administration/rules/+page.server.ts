import { holdsAny } from "#kernel/permission.ts";
import { mayKeepRules } from "#modules/deadline/permissions.ts";
import { deadlineReadings } from "#modules/deadline/server/index.ts";
import { asking } from "../../asking.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, ask } = asking(event);
  const added = event.url.searchParams.get("added")?.slice(0, 80);
  return { ...(await ask(deadlineReadings.rules, { added })), mayAdd: holdsAny(actor, mayKeepRules) };
};
