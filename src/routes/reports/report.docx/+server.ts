import { reportFile } from "../report-file.ts";
import type { RequestHandler } from "./$types";

/** The report as a paper. */
export const GET: RequestHandler = (event) => reportFile(event, "docx");
