import { keptLists } from "#modules/desk/server/index.ts";
import { readPeople } from "#modules/organization/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { administrator } from "../administrator.ts";
import { pageIn } from "../../whole-in.ts";
import { searchIn } from "./search.ts";
import { keepList } from "../../keep-list.ts";
import type { Actions, PageServerLoad } from "./$types";

const limit = 50;

export const load: PageServerLoad = async (event) => {
  const { actor, today, unitIds } = await administrator(event);
  const text = searchIn(event.url);
  const page = pageIn(event.url);
  const search = { text, skip: (page - 1) * limit, limit };
  const { db } = currentDatabase();
  const kept = await keptLists(db, actor, event.url);
  return { text, page, kept, ...(await readPeople(db, unitIds, search, today)) };
};

export const actions: Actions = keepList;
