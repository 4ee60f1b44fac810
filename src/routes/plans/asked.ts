import type { RequestEvent } from "@sveltejs/kit";
import { pageIn, wholeIn } from "../whole-in.ts";

type Event = Pick<RequestEvent, "url">;

/** Which plans the address asks for; what is no year or no page asks for all, from the first. */
export function plansAsked({ url }: Event) {
  return { year: wholeIn(url.searchParams.get("year"), 1945, 2200) ?? undefined, page: pageIn(url) };
}

/** The same for a file, which has them all. */
export const allPlansAsked = (event: Event) => ({ year: plansAsked(event).year });
