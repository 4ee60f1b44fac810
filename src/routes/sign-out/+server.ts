import { redirect } from "@sveltejs/kit";
import { signOut } from "#modules/identity/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { setCookies, visitOf } from "../sign-in/door.ts";
import type { RequestHandler } from "./$types";

/** A form only: an address that anybody could link to must not end a session. */
export const POST: RequestHandler = async (event) => {
  setCookies(event.cookies, await signOut(currentDatabase().db, visitOf(event)));
  redirect(303, "/");
};
