import { papersOfMatter } from "#modules/recommendation/server/index.ts";
import { readerOf } from "../../reader.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db, actor, today } = readerOf(locals);
  return { papers: await papersOfMatter(db, actor, params.code, today) };
};
