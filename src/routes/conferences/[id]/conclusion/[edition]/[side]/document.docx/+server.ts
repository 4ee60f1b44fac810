import { renderDocx } from "#modules/document/server/index.ts";
import { paperFile } from "../paper-file.ts";
import type { RequestHandler } from "./$types";

const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** To go on with in Word. */
export const GET: RequestHandler = (event) =>
  paperFile(event, { render: renderDocx, type, ending: "docx", shownAs: "attachment" });
