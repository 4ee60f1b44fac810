import type { RequestEvent } from "@sveltejs/kit";

/** The paper of a conference that an address asks for, in the layout of which side. */
export const paperAsked = ({ params, url }: Pick<RequestEvent, "params" | "url">) => ({
  conference: params.id,
  kind: params.kind,
  side: url.searchParams.get("side")?.slice(0, 100),
});
