import { planReadings } from "#modules/planning/server/index.ts";
import { listFile } from "../../../list-file.ts";
import { askedIn, questionOf } from "../asked.ts";
import type { RequestHandler } from "./$types";

/** The table by unit that the address asks for. */
export const GET: RequestHandler = listFile(planReadings.against, async (event) =>
  questionOf(await askedIn(event)),
);
