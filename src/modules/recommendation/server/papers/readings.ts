import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { optionalDay } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import type { Paper } from "#modules/document/document-model.ts";
import { ofDayTyped, ofToday, type PaperDay } from "#modules/document/paper-day.ts";
import { reading, type Asker } from "#platform/server/reading/reading.ts";
import type { Kysely } from "kysely";
import { z } from "zod";
import { matterPaperKinds, paperSides } from "../../paper-choices.ts";
import { isLetter } from "../../papers.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { ofMatter } from "../matter/matter-asked.ts";
import { bearing } from "./answer-number.ts";
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

const paperAsked = ofMatter.extend({
  kind: z.string(),
  side: z.enum(paperSides),
  /** The day that it is to bear. */
  issued_on: optionalDay,
});

async function draftAsked({ db, actor, query, today }: Asker<z.output<typeof paperAsked>>) {
  const kind = matterPaperKinds.find((one) => one === query.kind);
  if (!kind) throw new Problem(problems.not_found);
  const asked = { code: query.recommendation, kind, side: query.side };
  const numbered = await numberedAlready(db, actor, asked, today);
  const day = numbered ? { day: numbered.on, today } : ofDayTyped(query.issued_on, today);
  const { draft, ...drafted } = await draftOf(db, actor, asked, day);
  return { asked, numbered, ...drafted, draft: numbered ? bearing(draft, numbered) : draft };
}

type Draft = { readonly draft: Paper; readonly day: string; readonly notThen: Sentences | null };
type Sentences = { readonly vi: string; readonly en: string };

/** The draft of the day that was typed; where there was nothing to write then, of today, with the reason. */
async function draftOf(
  db: Kysely<DB>,
  actor: Actor,
  asked: Parameters<typeof draftMatterPaper>[2],
  { day, today }: PaperDay,
): Promise<Draft> {
  try {
    return { draft: await draftMatterPaper(db, actor, asked, { day, today }), day, notThen: null };
  } catch (error) {
    if (day === today || !(error instanceof Problem) || error.definition !== problems.paper_not_then)
      throw error;
    const draft = await draftMatterPaper(db, actor, asked, ofToday(today));
    return { draft, day: today, notThen: { vi: error.vi, en: error.en } };
  }
}

/** A draft as of today, or of the day that it is to bear, not yet numbered; of an answer that has one, with it. */
const paper = reading({
  name: "recommendations.paper",
  title: { vi: "Một văn bản về kiến nghị", en: "One paper about a matter" },
  query: paperAsked,
  may: "known",
  place: draftAsked,
  async read({ db, actor, place: { asked, draft, numbered, day, notThen }, today }) {
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
      /** Of which day the draft is, and why it is not of the one that was asked for. */
      day,
      notThen,
    };
  },
  paper: {
    papers: ({ paper: draft }): readonly [Paper] => [draft],
    called: ({ code }) => [code],
  },
});

export const matterPaperReadings = { papers, paper };
