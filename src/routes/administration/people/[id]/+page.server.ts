import { earlierPersons } from "#modules/identity/server/index.ts";
import { readPerson } from "#modules/organization/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { administrator } from "../../administrator.ts";
import { identifierIn } from "../../identifier-in.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { today, unitIds } = await administrator(event);
  const { db } = currentDatabase();
  const person = await readPerson(db, unitIds, identifierIn(event.params.id), today);
  return { person, today, earlier: await earlierPersons(db, person.id) };
};
