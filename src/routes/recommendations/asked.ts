import { matterFilter, type MatterFilter, type MatterSort } from "#modules/recommendation/server/index.ts";

/** What the address of a list asks for; what it asks for wrongly it does not ask for. */
export function askedIn(url: URL): { filter: MatterFilter; sort: MatterSort } {
  const filter = matterFilter.parse(Object.fromEntries(url.searchParams));
  const sort = url.searchParams.get("sort");
  const usual = filter.view === "all" ? "received" : "due";
  return { filter, sort: sort === "received" || sort === "due" ? sort : usual };
}
