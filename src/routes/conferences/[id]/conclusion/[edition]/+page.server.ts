import { Problem } from "#kernel/problem.ts";
import { partOf } from "#kernel/list-part.ts";
import { LINES_A_PAGE, MOST_LINES } from "#modules/conclusion/conclusion.ts";
import { conclusionProblems } from "#modules/conclusion/problems.ts";
import { findNotice, noticeChanges, noticesOf, papersOfNotice } from "#modules/conclusion/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../../../units/signed-in.ts";
import { wholeIn } from "../../../../whole-in.ts";
import { editionAsked } from "./edition-asked.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const asked = editionAsked(event.params);
  if (!asked) throw new Problem(conclusionProblems.not_found);
  const notice = await findNotice(db, actor, asked, today);
  const { editions } = await noticesOf(db, actor, notice.conference, today);
  const page = wholeIn(event.url.searchParams.get("page"), 1, MOST_LINES);
  return {
    notice: { ...notice, lines: undefined },
    lines: partOf(notice.lines, page, LINES_A_PAGE),
    own: notice.lines.filter((line) => line.own).length,
    later: editions.find(({ edition }) => edition > notice.edition) ?? null,
    changes: await noticeChanges(db, actor, notice, today),
    papers: await papersOfNotice(db, actor, notice, today),
    side: event.url.searchParams.get("side"),
  };
};
