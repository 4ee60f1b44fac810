import { actionOf } from "#acts/form-action.ts";
import { loadNational, unitReadings } from "#modules/organization/server/index.ts";
import { pageOf } from "../../asking.ts";
import { pageIn } from "../../whole-in.ts";

export const load = pageOf(unitReadings.findings, ({ url }) => ({
  outcome: url.searchParams.get("outcome")?.slice(0, 100),
  page: pageIn(url),
}));

export const actions = actionOf(loadNational, { input: () => ({}) });
