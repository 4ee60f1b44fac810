import { reportReadings } from "#modules/report/server/index.ts";
import { listFile } from "../../../list-file.ts";
import { casesAsked } from "../../asked.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = listFile(reportReadings.shownCases, casesAsked);
