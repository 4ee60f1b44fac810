import { findConference } from "#modules/conference/server/index.ts";
import { PURPOSES } from "#modules/deadline/rule.ts";
import { conferenceClocks } from "#modules/deadline/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { error } from "@sveltejs/kit";
import { signedIn } from "../../../../units/signed-in.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const purpose = PURPOSES.find((known) => known === event.params.purpose) ?? error(404);
  const conference = await findConference(db, actor, event.params.id, today);
  const clocks = (await conferenceClocks(db, conference)).filter((clock) => clock.purpose === purpose);
  const shown = clocks.find(({ ineffective }) => ineffective === null) ?? error(404);
  return { conference, shown, others: clocks.filter((clock) => clock !== shown) };
};
