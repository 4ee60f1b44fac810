import { reportReadings } from "#modules/report/server/index.ts";
import { asking } from "../../asking.ts";
import { paperResponse } from "../../paper-response.ts";
import { askedIn } from "../asked.ts";
import type { RequestHandler } from "./$types";

/** The report as a paper. */
export const GET: RequestHandler = async (event) => {
  const { ask } = asking(event, "file");
  const asked = await askedIn(event);
  const side = event.url.searchParams.get("side") ?? "";
  const paper = await ask(reportReadings.draft, { ...asked, side });
  return paperResponse(paper, event.params.ending, asked.from, asked.to);
};
