import { renderPdf } from "#modules/document/server/index.ts";
import { fileOf } from "../paper-of.ts";
import type { RequestHandler } from "./$types";

/** To read in the browser, or to print. */
export const GET: RequestHandler = (event) =>
  fileOf(event, { render: renderPdf, type: "application/pdf", ending: "pdf", shownAs: "inline" });
