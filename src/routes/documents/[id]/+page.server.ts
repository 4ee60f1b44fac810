import { documentReadings } from "#modules/document/server/index.ts";
import { pageWith } from "../../asking.ts";

export const load = pageWith("document", documentReadings.find, { document: "id" });
