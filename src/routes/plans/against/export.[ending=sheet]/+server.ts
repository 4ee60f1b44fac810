import { planReadings } from "#modules/planning/server/index.ts";
import { listFile } from "../../../list-file.ts";
import { askedIn, questionOf } from "../asked.ts";

/** The table by unit that the address asks for. */
export const GET = listFile(planReadings.against, async (event) => questionOf(await askedIn(event)));
