import { papersOfMatter } from "#modules/recommendation/server/index.ts";
import { readerOf } from "../../reader.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { db, actor, today } = readerOf(locals);
  const papers = await papersOfMatter(db, actor, params.code, today);
  const done = url.searchParams.get("done");
  return { papers, done: papers.issued.find(({ id }) => id === done) ?? null };
};
