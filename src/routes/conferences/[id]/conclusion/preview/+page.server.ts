import { draftPapers, findNotice, personalLines } from "#modules/conclusion/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../../../units/signed-in.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const notice = await findNotice(db, actor, { conference: event.params.id, edition: "draft" }, today);
  const side = event.url.searchParams.get("side") === "party" ? ("party" as const) : ("government" as const);
  const personal = await personalLines(db, notice.id);
  return { notice, side, personal, paper: (await draftPapers(db, actor, notice.id, today))[side] };
};
