import { documentReadings } from "#modules/document/server/index.ts";
import { asking } from "../../../asking.ts";
import { issuedResponse } from "../../../paper-response.ts";
import type { RequestHandler } from "./$types";

/** An issued document as a file, named after its number: "12-tb-ubnd.pdf". */
export const GET: RequestHandler = async (event) => {
  const { id: asked, ending } = event.params;
  const { id, paper, symbol } = await asking(event, "file").ask(documentReadings.find, { document: asked });
  return issuedResponse({ id, paper }, ending, symbol);
};
