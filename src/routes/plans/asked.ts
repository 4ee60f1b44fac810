import type { RequestEvent } from "@sveltejs/kit";
import { wholeIn } from "../whole-in.ts";

type Event = Pick<RequestEvent, "url">;

/** Which plans the address asks for; what is no year or no page asks for all, from the first. */
export function plansAsked({ url: { searchParams } }: Event) {
  return {
    year: wholeIn(searchParams.get("year"), 1945, 2200) ?? undefined,
    page: wholeIn(searchParams.get("page"), 1, 100_000) ?? undefined,
  };
}

/** The same for a file, which has them all. */
export const allPlansAsked = (event: Event) => ({ year: plansAsked(event).year });
