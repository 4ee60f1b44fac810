import { Problem } from "#kernel/problem.ts";
import type { Paper } from "#modules/document/document-model.ts";
import { reading, type Asker } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { matterPaperKinds, paperSides } from "../../paper-choices.ts";
import { isLetter } from "../../papers.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { ofMatter } from "../matter/matter-asked.ts";
import { draftMatterPaper, numberedAlready, papersOfMatter, personalWordsOf } from "./matter-papers.ts";

/** For whoever writes papers about it: what can be written now, and what was issued. */
const papers = reading({
  name: "recommendations.papers",
  title: { vi: "Văn bản về kiến nghị", en: "The papers about a matter" },
  query: ofMatter,
  may: "known",
  place: ({ db, actor, query, today }) => papersOfMatter(db, actor, query.recommendation, today),
  read: ({ place }) => Promise.resolve({ papers: place }),
});

const paperAsked = ofMatter.extend({ kind: z.string(), side: z.enum(paperSides) });

async function draftAsked({ db, actor, query, today }: Asker<z.output<typeof paperAsked>>) {
  const kind = matterPaperKinds.find((one) => one === query.kind);
  if (!kind) throw new Problem(problems.not_found);
  const asked = { code: query.recommendation, kind, side: query.side };
  const numbered = await numberedAlready(db, actor, asked, today);
  const draft = await draftMatterPaper(db, actor, asked, { day: numbered?.on ?? today, today });
  return { asked, draft, numbered };
}

/** A draft as of today, not yet numbered; of an answer that has a number, as of its day. */
const paper = reading({
  name: "recommendations.paper",
  title: { vi: "Một văn bản về kiến nghị", en: "One paper about a matter" },
  query: paperAsked,
  may: "known",
  place: draftAsked,
  async read({ db, actor, place: { asked, draft, numbered }, today }) {
    const { issued } = await papersOfMatter(db, actor, asked.code, today);
    return {
      ...asked,
      /** The number and day that the letter is to bear, or bears: those of the answer. */
      numbered,
      /** The last of its kind. */
      issued: issued.find(({ kind, side }) => kind === asked.kind && side === asked.side) ?? null,
      /** What of a person stands in the words that the letter prints. */
      personal: isLetter(asked.kind) ? await personalWordsOf(db, actor, asked, today) : null,
      paper: draft,
    };
  },
  paper: {
    papers: ({ paper: draft }): readonly [Paper] => [draft],
    called: ({ code }) => [code],
  },
});

export const matterPaperReadings = { papers, paper };
