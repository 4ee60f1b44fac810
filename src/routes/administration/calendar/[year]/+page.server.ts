import { formAction } from "#acts/form-action.ts";
import { confirmYear, deadlineReadings, proposeYear, setDay } from "#modules/deadline/server/index.ts";
import { error } from "@sveltejs/kit";
import { asking } from "../../../asking.ts";
import { wholeIn } from "../../../whole-in.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => ({
  ...(await asking(event).ask(deadlineReadings.calendar, { year: yearIn(event.params.year) })),
  keys: { propose: crypto.randomUUID(), confirm: crypto.randomUUID(), set: crypto.randomUUID() },
});

const ofYear = { input: () => ({}), about: { year: "year" } };

export const actions = {
  propose: formAction(proposeYear, ofYear),
  confirm: formAction(confirmYear, ofYear),
  set: formAction(setDay),
};

/** The years for which both the law and the moon can be told. */
function yearIn(text: string): number {
  return wholeIn(text, 1990, 2100) ?? error(404);
}
