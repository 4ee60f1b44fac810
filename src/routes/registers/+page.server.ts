import { carrySaid } from "#acts/said/carry.ts";
import { say } from "#acts/said/said.ts";
import { Problem } from "#kernel/problem.ts";
import { unitsInReach } from "#modules/desk/server/index.ts";
import { mayBringRegisters } from "#modules/register/permissions.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { signedIn } from "../units/signed-in.ts";
import { bring, MOST_MEGABYTES } from "./bring.ts";
import { asOffice } from "#modules/register/exporting.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const brings = actor.kind === "system" || actor.posts.some(({ capacity }) => capacity in mayBringRegisters);
  if (!brings) throw new Problem(actProblems.not_permitted);
  const reach = { current: null, today };
  return {
    most: MOST_MEGABYTES,
    key: crypto.randomUUID(),
    units: await unitsInReach(currentDatabase().db, asOffice(actor), reach),
  };
};

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
