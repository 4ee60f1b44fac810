import { successionColumns } from "#modules/organization/ui/succession-sheet.ts";
import { sheetColumns as unitColumns } from "#modules/organization/ui/unit-sheet.ts";
import { templateFile } from "../../../sheet-file.ts";
import { signedIn } from "../../../units/signed-in.ts";
import type { RequestHandler } from "./$types";

/** The sheet of units, or of arrangements if `?kind=successions`: the headings, examples, and columns that keep codes and days as they are typed. */
export const GET: RequestHandler = (event) => {
  signedIn(event);
  return event.url.searchParams.get("kind") === "successions"
    ? templateFile("Sắp xếp", successionColumns, "sap-xep")
    : templateFile("Đơn vị", unitColumns, "don-vi");
};
