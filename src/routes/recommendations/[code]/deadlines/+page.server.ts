import { matterClocks } from "#modules/deadline/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../../units/signed-in.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { dates, clocks, strictest, starts } = await matterClocks(
    currentDatabase().db,
    actor,
    event.params.code,
    today,
  );
  const strictestAt = clocks.findIndex((clock) => clock === strictest);
  return { today, dates, clocks, starts, strictestAt };
};
