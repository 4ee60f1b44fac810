import { Problem } from "#kernel/problem.ts";
import { handoverProblems } from "#modules/handover/problems.ts";
import { readHandOver } from "#modules/handover/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../../signed-in.ts";
import type { PageServerLoad } from "./$types";

const identifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { code, id } = event.params;
  if (!identifier.test(id)) throw new Problem(handoverProblems.not_found);
  const record = await readHandOver(currentDatabase().db, actor, id, today);
  if (record.from.code !== code) throw new Problem(handoverProblems.not_found);
  return { record };
};
