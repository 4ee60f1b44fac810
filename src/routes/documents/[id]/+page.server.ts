import { documentReadings } from "#modules/document/server/index.ts";
import { attachmentReadings } from "#modules/attachment/server/index.ts";
import { asking, pageWith } from "../../asking.ts";
import type { PageServerLoad } from "./$types";

const asked = pageWith("document", documentReadings.find, { document: "id" });

/** What the product issued, and beside it what was signed. */
export const load: PageServerLoad = async (event) => ({
  ...(await asked(event)),
  files: await asking(event).ask(attachmentReadings.ofDocument, { document: event.params.id }),
});
