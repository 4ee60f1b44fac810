import type { PaperEnding } from "#modules/document/paper-endings.ts";
import { Problem } from "#kernel/problem.ts";
import { matterPaperKinds, type MatterPaperKind } from "#modules/recommendation/paper-choices.ts";
import { recommendationProblems } from "#modules/recommendation/problems.ts";
import { draftMatterPaper, paperSides, type PaperSide } from "#modules/recommendation/server/index.ts";
import { paperResponse, sideAsked } from "../../../../paper-response.ts";
import { readerOf } from "../../../reader.ts";

type Event = { locals: App.Locals; url: URL; params: { code: string; paper: string } };

/** The paper that an address asks for: which, about which matter, in which side's layout. */
export function paperAsked({ params, url }: Pick<Event, "params" | "url">): {
  code: string;
  kind: MatterPaperKind;
  side: PaperSide;
} {
  const kind = matterPaperKinds.find((one) => one === params.paper);
  if (!kind) throw new Problem(recommendationProblems.not_found);
  return { code: params.code, kind, side: sideAsked(url, paperSides) };
}

/** The draft as a file. */
export async function draftFile(event: Event, ending: PaperEnding): Promise<Response> {
  const { db, actor, today } = readerOf(event.locals);
  const asked = paperAsked(event);
  const paper = await draftMatterPaper(db, actor, asked, today);
  return paperResponse(paper, ending, asked.code);
}
