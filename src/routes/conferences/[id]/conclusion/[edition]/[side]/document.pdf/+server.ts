import { renderPdf } from "#modules/document/server/index.ts";
import { paperFile } from "../paper-file.ts";
import type { RequestHandler } from "./$types";

/** To read in the browser, or to print. */
export const GET: RequestHandler = (event) =>
  paperFile(event, { render: renderPdf, type: "application/pdf", ending: "pdf", shownAs: "inline" });
