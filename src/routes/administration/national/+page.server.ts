import { formAction } from "#acts/form-action.ts";
import { loadNational, unitReadings } from "#modules/organization/server/index.ts";
import { asking } from "../../asking.ts";
import { pageIn } from "../../whole-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const outcome = event.url.searchParams.get("outcome")?.slice(0, 100);
  const shown = await asking(event).ask(unitReadings.findings, { outcome, page: pageIn(event.url) });
  return { ...shown, key: crypto.randomUUID() };
};

export const actions: Actions = { default: formAction(loadNational, { input: () => ({}) }) };
