import { personAsKept } from "#modules/identity/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { administrator } from "../../administrator.ts";
import { identifierIn } from "../../identifier-in.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const asked = await administrator(event);
  const id = identifierIn(event.params.id);
  return { person: await personAsKept(currentDatabase().db, { ...asked, id }), today: asked.today };
};
