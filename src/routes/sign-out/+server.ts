import { carrySaid } from "#acts/said/carry.ts";
import { say } from "#acts/said/said.ts";
import { error, redirect } from "@sveltejs/kit";
import { signOut } from "#modules/identity/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { setCookies, visitOf } from "../sign-in/door.ts";
import type { RequestHandler } from "./$types";

/** A form only: an address that anybody could link to must not end a session. */
export const POST: RequestHandler = async (event) => {
  const origin = event.request.headers.get("origin");
  if (origin !== null && origin !== event.url.origin) error(403);
  setCookies(event.cookies, await signOut(currentDatabase().db, visitOf(event)));
  carrySaid(event, say("sign_out", {}), "/");
  redirect(303, "/?signed_out");
};
