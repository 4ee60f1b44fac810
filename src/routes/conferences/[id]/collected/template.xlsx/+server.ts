import { collectedColumns } from "#modules/conference/ui/collected/collected-sheet.ts";
import { templateFile } from "../../../../sheet-file.ts";
import { signedIn } from "../../../../units/signed-in.ts";
import type { RequestHandler } from "./$types";

/** A sheet with the headings and two examples; its columns keep what is typed as text. */
export const GET: RequestHandler = (event) => {
  signedIn(event);
  return templateFile("Kiến nghị", collectedColumns, "kien-nghi-thu-thap");
};
