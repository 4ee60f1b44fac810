import { formAction } from "#acts/form-action.ts";
import { mayKeepCalendar } from "#modules/deadline/permissions.ts";
import { confirmYear, proposeYear, readCalendarYear, setDay } from "#modules/deadline/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { withDays } from "#ui/posted.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { error } from "@sveltejs/kit";
import { signedIn } from "../../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const calendar = await readCalendarYear(db, yearIn(event.params.year));
  return {
    calendar,
    mayKeep: await mayDo(db, actor, mayKeepCalendar, null, today),
    keys: { propose: crypto.randomUUID(), confirm: crypto.randomUUID(), set: crypto.randomUUID() },
  };
};

export const actions: Actions = {
  propose: formAction(proposeYear, { input: (_, { params }) => ({ year: params.year }) }),
  confirm: formAction(confirmYear, { input: (_, { params }) => ({ year: params.year }) }),
  set: formAction(setDay, { input: (fields) => withDays(fields, "date") }),
};

/** The years for which both the law and the moon can be told. */
function yearIn(text: string): number {
  const year = Number(text);
  return /^\d{4}$/.test(text) && year >= 1990 && year <= 2100 ? year : error(404);
}
