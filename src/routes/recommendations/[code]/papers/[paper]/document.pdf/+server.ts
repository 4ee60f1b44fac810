import { draftFile } from "../paper-asked.ts";
import type { RequestHandler } from "./$types";

/** The draft as a file, not yet numbered. */
export const GET: RequestHandler = (event) => draftFile(event, "pdf");
