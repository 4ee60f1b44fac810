import { paperSides } from "#modules/recommendation/paper-choices.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { dayTyped } from "../../../../day-typed.ts";
import { sideAsked } from "../../../../side-asked.ts";

/** The paper that an address asks for: which, about which matter, in which side's layout. */
export const paperAsked = ({ params, url }: Pick<RequestEvent, "params" | "url">) => ({
  recommendation: params.code,
  kind: params.paper,
  side: sideAsked(url, paperSides),
  issued_on: dayTyped(url),
});
