import { mayReadConference } from "#modules/conference/server/index.ts";
import { findMatter, mayWritePapers } from "#modules/recommendation/server/index.ts";
import { moves } from "#modules/recommendation/status-transitions.ts";
import { readerOf } from "../reader.ts";
import type { PageServerLoad } from "./$types";

/** What is done with a matter besides its moves. */
const putRight = ["receive", "correct", "annul", "write_answer"] as const;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { db, actor, today } = readerOf(locals);
  const done = url.searchParams.get("done");
  const matter = await findMatter(db, actor, params.code, today);
  const conference = matter.hidden === null ? matter.conference : null;
  return {
    matter,
    papers: matter.hidden === null && (await mayWritePapers(db, actor, matter, today)),
    conferenceOpens: conference !== null && (await mayReadConference(db, actor, conference.id, today)),
    done: [...moves, ...putRight].find((move) => move === done) ?? null,
  };
};
