import { readPeople } from "#modules/organization/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { administrator } from "../administrator.ts";
import { pageNumber } from "../page-number.ts";
import type { PageServerLoad } from "./$types";

const limit = 50;

export const load: PageServerLoad = async (event) => {
  const { today, unitIds } = await administrator(event);
  const text = (event.url.searchParams.get("q") ?? "").slice(0, 200);
  const page = pageNumber(event.url);
  const search = { text, skip: (page - 1) * limit, limit };
  return { text, page, ...(await readPeople(currentDatabase().db, unitIds, search, today)) };
};
