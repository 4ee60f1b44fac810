import { renderDocx } from "#modules/document/server/index.ts";
import { fileOf } from "../paper-of.ts";
import type { RequestHandler } from "./$types";

const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** To go on with in Word. */
export const GET: RequestHandler = (event) =>
  fileOf(event, { render: renderDocx, type, ending: "docx", shownAs: "attachment" });
