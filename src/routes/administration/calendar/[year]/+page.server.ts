import { formAction } from "#acts/form-action.ts";
import { confirmYear, deadlineReadings, proposeYear, setDay } from "#modules/deadline/server/index.ts";
import { withDays } from "#kernel/typed-date.ts";
import { error } from "@sveltejs/kit";
import { asking } from "../../../asking.ts";
import { wholeIn } from "../../../whole-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => ({
  ...(await asking(event).ask(deadlineReadings.calendar, { year: yearIn(event.params.year) })),
  keys: { propose: crypto.randomUUID(), confirm: crypto.randomUUID(), set: crypto.randomUUID() },
});

export const actions: Actions = {
  propose: formAction(proposeYear, { input: (_, { params }) => ({ year: params.year }) }),
  confirm: formAction(confirmYear, { input: (_, { params }) => ({ year: params.year }) }),
  set: formAction(setDay, { input: (fields) => withDays(fields, "date") }),
};

/** The years for which both the law and the moon can be told. */
function yearIn(text: string): number {
  return wholeIn(text, 1990, 2100) ?? error(404);
}
