import { deadlineReadings } from "#modules/deadline/server/index.ts";
import { pageOf } from "../../../../asking.ts";
import { purposeAsked } from "../../../../purpose-asked.ts";

export const load = pageOf(deadlineReadings.explained, (event) => ({
  recommendation: event.params.code,
  purpose: purposeAsked(event),
  rule: event.url.searchParams.get("rule")?.slice(0, 80),
}));
