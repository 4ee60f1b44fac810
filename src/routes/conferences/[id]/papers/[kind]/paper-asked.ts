import type { RequestEvent } from "@sveltejs/kit";
import { dayTyped } from "../../../../day-typed.ts";

/** The paper of a conference that an address asks for, in the layout of which side. */
export const paperAsked = ({ params, url }: Pick<RequestEvent, "params" | "url">) => ({
  conference: params.id,
  kind: params.kind,
  side: url.searchParams.get("side")?.slice(0, 100),
  issued_on: dayTyped(url),
  again: url.searchParams.has("again"),
});
