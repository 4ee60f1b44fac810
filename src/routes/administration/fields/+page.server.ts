import { mayAdminister } from "#modules/organization/permissions.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { mayKeepFields } from "#modules/recommendation/permissions.ts";
import { readFields } from "#modules/recommendation/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { forHolders } from "../../for-holders.ts";
import type { PageServerLoad } from "./$types";

/** The taxonomy, for every administrator to read; only the centre's keeps it. */
export const load: PageServerLoad = async (event) => {
  const { actor, today } = forHolders(event, mayAdminister);
  const { db } = currentDatabase();
  return {
    fields: await readFields(db, today),
    mayKeep: await mayDo(db, actor, mayKeepFields, null, today),
  };
};
