import { carrySaid } from "#acts/said/carry.ts";
import { say } from "#acts/said/said.ts";
import { registerReadings } from "#modules/register/server/index.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { asking } from "../asking.ts";
import { signedIn } from "../units/signed-in.ts";
import { bring, MOST_MEGABYTES } from "./bring.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => ({
  most: MOST_MEGABYTES,
  key: crypto.randomUUID(),
  units: await asking(event).ask(registerReadings.units, {}),
});

async function brought(event: RequestEvent, dryRun: boolean) {
  const { actor } = signedIn(event);
  const { requestId } = event.locals;
  const brought = await bring(await event.request.formData(), dryRun, { actor, requestId });
  if ("summary" in brought) {
    const made = Object.values(brought.summary.counts).map(({ created }) => created);
    const count = made.reduce((sum, each) => sum + each, 0);
    const said = dryRun
      ? say("register_checked", { file: brought.fileName, count })
      : say("register_import", { count });
    carrySaid(event, said, event.url.pathname);
  }
  return brought;
}

export const actions: Actions = {
  check: (event) => brought(event, true),
  import: (event) => brought(event, false),
};
