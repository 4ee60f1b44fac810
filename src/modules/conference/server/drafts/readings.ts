import { Problem } from "#kernel/problem.ts";
import { reading } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { conferenceProblems as problems } from "../../problems.ts";
import { draftsSheet } from "../../ui/drafts/drafts-sheet.ts";
import { draftRequestsToMe, draftsGivenOn } from "./read-draft-requests.ts";
import { matterCodeInput } from "#modules/recommendation/matter-code.ts";

/** The answers that the asker's agencies are asked to draft. */
const asked = reading({
  name: "conferences.drafts_asked",
  title: {
    vi: "Dự thảo trả lời cơ quan mình được đề nghị",
    en: "The answers that one's agency is asked to draft",
  },
  query: z.strictObject({}),
  may: "own",
  read: async ({ db, actor, today }) => ({ requests: await draftRequestsToMe(db, actor, today) }),
  file: {
    called: () => ["Dự thảo trả lời"],
    sheet: draftsSheet,
    lines: ({ requests }) => requests,
    following: () => null,
  },
});

const toGive = reading({
  name: "conferences.draft_to_give",
  title: {
    vi: "Một dự thảo trả lời được đề nghị",
    en: "One of the answers that one's agency is asked to draft",
  },
  query: z.strictObject({ request: z.string() }),
  may: "own",
  async read({ db, actor, query, today }) {
    const requests = await draftRequestsToMe(db, actor, today);
    const request = requests.find(({ id }) => id === query.request);
    if (!request) throw new Problem(problems.draft_not_found);
    return { request };
  },
});

/** What agencies would have answered to a matter at its conference. */
const givenOn = reading({
  name: "conferences.drafts_of_matter",
  title: { vi: "Dự thảo trả lời một kiến nghị", en: "The drafted answers to one matter" },
  query: z.strictObject({ recommendation: matterCodeInput }),
  may: "each",
  read: ({ db, actor, query, today }) => draftsGivenOn(db, actor, query.recommendation, today),
});

export const draftReadings = { asked, toGive, givenOn };
