import { redirect } from "@sveltejs/kit";
import { signedIn } from "../../units/signed-in.ts";
import type { PageServerLoad } from "./$types";

/** The calendar of this year. */
export const load: PageServerLoad = (event) => {
  redirect(303, `/administration/calendar/${signedIn(event).today.slice(0, 4)}`);
};
