import { mayReadConference } from "#modules/conference/server/index.ts";
import { findMatter, mayWritePapers, takeOverReply } from "#modules/recommendation/server/index.ts";
import { moves } from "#modules/recommendation/status-transitions.ts";
import { readerOf } from "../reader.ts";
import { formAction } from "#acts/form-action.ts";
import type { Actions, PageServerLoad } from "./$types";

/** What is done with a matter besides its moves. */
const putRight = ["receive", "correct", "annul", "write_answer", "take_over_reply"] as const;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { db, actor, today } = readerOf(locals);
  const done = url.searchParams.get("done");
  const matter = await findMatter(db, actor, params.code, today);
  const conference = matter.hidden === null ? matter.conference : null;
  return {
    matter,
    papers: matter.hidden === null && (await mayWritePapers(db, actor, matter, today)),
    conferenceOpens: conference !== null && (await mayReadConference(db, actor, conference.id, today)),
    key: crypto.randomUUID(),
    done: [...moves, ...putRight].find((move) => move === done) ?? null,
  };
};

export const actions: Actions = {
  /** The reply that the unit below entered from its paper. */
  take_over: formAction(takeOverReply, {
    input: (_, { params }) => ({ recommendation: params.code }),
    then: (_, { url }) => `${url.pathname}?done=take_over_reply`,
  }),
};
