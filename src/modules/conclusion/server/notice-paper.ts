import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import type { Paper, Side } from "#modules/document/document-model.ts";
import { withoutMatters } from "#modules/document/matter-rows.ts";
import { readScope } from "#modules/organization/server/index.ts";
import { findDocument, paperWithoutNames } from "#modules/document/server/index.ts";
import type { Kysely } from "kysely";
import { conclusionProblems as problems } from "../problems.ts";
import { asProduct, findNotice, type NoticeReading } from "./find-notice.ts";
import { linesOf } from "./line.store.ts";

export type IssuedPaper = {
  /** Of the issued document. */
  readonly id: string;
  readonly side: Side;
  readonly symbol: string;
  readonly paper: Paper;
};

/** The papers of an issued edition, for those who see it whole; what went out of sight since is blanked. */
export async function papersOfNotice(
  db: Kysely<DB>,
  actor: Actor,
  notice: NoticeReading,
  today: string,
): Promise<IssuedPaper[]> {
  if (!notice.whole) return [];
  const lines = notice.hidden.length > 0 ? await linesOf(db, notice.id, notice.heldOn) : [];
  const hidden = lines.filter(({ position }) => notice.hidden.includes(position)).map(({ matter }) => matter);
  const scope = await readScope(db, actor);
  const subject = { kind: "notice_of_conclusion", id: notice.id };
  const papers: IssuedPaper[] = [];
  for (const { id, side, symbol } of notice.papers) {
    const { paper } = await findDocument(db, asProduct, id, today);
    const inSight = withoutMatters(paper, hidden);
    papers.push({ id, side, symbol, paper: await paperWithoutNames(db, scope, subject, inSight, today) });
  }
  return papers;
}

/** One paper of an issued edition. @throws Problem `not_found` */
export async function findNoticePaper(
  db: Kysely<DB>,
  actor: Actor,
  asked: { readonly conference: string; readonly edition: number; readonly side: string },
  today: string,
): Promise<IssuedPaper> {
  const papers = await papersOfNotice(db, actor, await findNotice(db, actor, asked, today), today);
  const paper = papers.find(({ side }) => side === asked.side);
  if (!paper) throw new Problem(problems.not_found);
  return paper;
}
