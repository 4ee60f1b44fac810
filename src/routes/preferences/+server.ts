import { carrySaid } from "#acts/said/carry.ts";
import { say } from "#acts/said/said.ts";
import { redirect } from "@sveltejs/kit";
import { localPath } from "#kernel/local-path.ts";
import { choices } from "#ui/preferences.ts";
import type { RequestHandler } from "./$types";

const oneYear = 365 * 24 * 60 * 60;

/** The switches of the footer: a plain form, so that they work without JavaScript. */
export const POST: RequestHandler = async (event) => {
  const { request, cookies, url } = event;
  const form = await request.formData();
  for (const [name, allowed] of Object.entries(choices)) {
    const chosen = form.get(name);
    if (typeof chosen !== "string" || !(allowed as readonly string[]).includes(chosen)) continue;
    // Readable by scripts: the texts rendered in the browser follow the same cookie.
    cookies.set(name, chosen, {
      maxAge: oneYear,
      httpOnly: false,
      sameSite: "lax",
      secure: url.protocol === "https:",
    });
  }
  const next = localPath(form.get("next")) ?? "/";
  carrySaid(event, say("language", {}), next);
  redirect(303, next);
};
