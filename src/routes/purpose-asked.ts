import { PURPOSES } from "#modules/deadline/rule.ts";
import { error, type RequestEvent } from "@sveltejs/kit";

/** The obligation whose deadline an address asks for; one that is none is a page that is not there. */
export const purposeAsked = ({ params }: Pick<RequestEvent, "params">) =>
  PURPOSES.find((known) => known === params.purpose) ?? error(404);
