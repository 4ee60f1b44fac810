import { readTypedDay } from "#kernel/typed-date.ts";

/** The day that the form of a paper was left with when its draft was asked for; undefined where it was none. */
export const dayTyped = (url: URL): string | undefined =>
  readTypedDay(url.searchParams.get("issued_on") ?? "") ?? undefined;
