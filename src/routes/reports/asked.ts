import { readTypedDay } from "#kernel/typed-date.ts";
import { reportReadings } from "#modules/report/server/index.ts";
import type { Asked } from "#modules/report/ui/report-address.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { asking } from "../asking.ts";

type Event = Pick<RequestEvent, "locals" | "url">;

/**
 * What the address asks. What it leaves out: the unit of the reader's first post, and the latest year in which
 * something happened there; the rest is what the reading itself takes where nothing is said.
 * @throws Problem `act.not_permitted` for one who reads no whole unit
 */
export async function askedIn(event: Event): Promise<Asked> {
  const { ask, today } = asking(event);
  const text = (name: string) => (event.url.searchParams.get(name) ?? "").trim().slice(0, 100);
  const day = (name: string) => readTypedDay(text(name)) ?? text(name);
  const { unit, year } = await ask(reportReadings.firstQuestion, { unit: text("unit") });
  const shown = year ?? Number(today.slice(0, 4));
  return {
    unit,
    from: day("from") || `${shown}-01-01`,
    to: day("to") || `${shown}-12-31`,
    as_of: day("as_of"),
    known_on: day("known_on"),
    basis: text("basis") === "as-is" ? "as-is" : "as-was",
  };
}

/** The same with the figure whose cases are asked for, and from which of them on. */
export async function casesAsked(event: Event) {
  const { searchParams } = event.url;
  const figure = (searchParams.get("figure") ?? "received").slice(0, 200);
  return { ...(await askedIn(event)), figure, after: searchParams.get("after") ?? "" };
}
