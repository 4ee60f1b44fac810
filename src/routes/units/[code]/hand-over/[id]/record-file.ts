import type { PaperEnding } from "#modules/document/paper-endings.ts";
import { Problem } from "#kernel/problem.ts";
import { handoverProblems } from "#modules/handover/problems.ts";
import { handOverPaper } from "#modules/handover/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { z } from "zod";
import { paperResponse, sideAsked } from "../../../../paper-response.ts";
import { signedIn } from "../../../signed-in.ts";

type Event = Parameters<typeof signedIn>[0] & { params: { id: string } };

/** The record as a file, for both sides to sign. */
export async function recordFile(event: Event, ending: PaperEnding): Promise<Response> {
  const { actor, today } = signedIn(event);
  const { id } = event.params;
  if (!z.uuid().safeParse(id).success) throw new Problem(handoverProblems.not_found);
  const side = sideAsked(event.url, ["party", "government"]);
  const paper = await handOverPaper(currentDatabase().db, actor, { id, side }, today);
  return paperResponse(paper, ending, paper.header.date);
}
