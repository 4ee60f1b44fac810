import { conclusionReadings } from "#modules/conclusion/server/index.ts";
import { dayTyped } from "../../../../day-typed.ts";
import { pageOf } from "../../../../asking.ts";

export const load = pageOf(conclusionReadings.preview, ({ params, url }) => ({
  conference: params.id,
  // The form that issues it asks for the sides that it is to be issued in.
  side: [url.searchParams.get("side"), url.searchParams.get("sides")].includes("party")
    ? "party"
    : "government",
  issued_on: dayTyped(url),
}));
