import { reportReadings } from "#modules/report/server/index.ts";
import { listFile } from "../../../list-file.ts";
import { casesAsked } from "../../asked.ts";

export const GET = listFile(reportReadings.shownCases, casesAsked);
