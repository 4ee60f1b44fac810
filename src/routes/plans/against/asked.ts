import { shownKinds, type AgainstAsked } from "#modules/planning/ui/against-address.ts";
import { quarters } from "#modules/planning/quarter.ts";
import { reportReadings } from "#modules/report/server/index.ts";
import { readTypedDay } from "#kernel/typed-date.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { asking } from "../../asking.ts";
import { wholeIn } from "../../whole-in.ts";

/**
 * What the address asks. What it leaves out: the unit of the reader's first post, and this year.
 * @throws Problem `act.not_permitted` for one who reads no whole unit
 */
export async function askedIn(event: Pick<RequestEvent, "locals" | "url">): Promise<AgainstAsked> {
  const { ask, today } = asking(event);
  const text = (name: string) => (event.url.searchParams.get(name) ?? "").trim().slice(0, 100);
  const asOf = text("as_of");
  return {
    unit: text("unit") || (await ask(reportReadings.firstQuestion, {})).unit,
    year: wholeIn(text("year"), 1945, 2200) ?? Number(today.slice(0, 4)),
    as_of: readTypedDay(asOf) ?? asOf,
    basis: text("basis") === "as-is" ? "as-is" : "as-was",
    host: text("host"),
    quarter: quarters.find((quarter) => String(quarter) === text("quarter")) ?? null,
    show: shownKinds.find((show) => show === text("show")) ?? null,
  };
}

/** The same for the reading; what else the address says only narrows what the page shows. */
export const questionOf = ({ unit, year, as_of, basis }: AgainstAsked) => ({ unit, year, as_of, basis });
