import { recordFile } from "../record-file.ts";
import type { RequestHandler } from "./$types";

/** The record of the hand-over as a paper. */
export const GET: RequestHandler = (event) => recordFile(event, "docx");
