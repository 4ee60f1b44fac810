import { unitKinds } from "#modules/organization/unit.ts";
import { error } from "@sveltejs/kit";

/** Which units of a kind the address asks for; a kind that is none is a page that is not there. */
export function belowAsked({
  url,
  params,
}: {
  readonly url: URL;
  readonly params: { readonly code: string };
}) {
  const kind = unitKinds.find((each) => each === url.searchParams.get("kind")) ?? error(404);
  return { unit: params.code, kind, on: url.searchParams.get("on")?.slice(0, 100) };
}
