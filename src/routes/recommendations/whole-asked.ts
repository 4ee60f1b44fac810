import type { RequestEvent } from "@sveltejs/kit";

/** The whole list that an address asks for, from its beginning, whichever part of it a page shows. */
export function wholeAsked({ url }: Pick<RequestEvent, "url">) {
  const { after: _, before: __, first: ___, ...asked } = Object.fromEntries(url.searchParams);
  return asked;
}

/** Of the list, what is chosen. */
export const chosenAsked = (event: Pick<RequestEvent, "url">) => ({
  ...wholeAsked(event),
  recommendations: event.url.searchParams.getAll("recommendations"),
});
