import type { DB } from "#db";
import { findConference } from "#modules/conference/server/index.ts";
import {
  documentsAbout,
  draftPaper,
  issueDocument,
  writerOn,
  type IssuedBy,
} from "#modules/document/server/index.ts";
import { outgoingWords, toldToAll, type OutgoingWords } from "#modules/recommendation/server/index.ts";
import type { Paper } from "#modules/document/document-model.ts";
import type { Kysely, Transaction } from "kysely";
import type { NoticeLine } from "../conclusion.ts";
import type { LineChange } from "../line-changes.ts";
import { noticePaper, type NoticeFacts } from "../paper.ts";
import { asProduct } from "./find-notice.ts";
import type { Tasks } from "./line-tasks.ts";
import type { NoticeRow } from "./notice.store.ts";

export type PaperSide = "party" | "government";

/** What both papers of a notice say. */
export async function factsOfNotice(
  db: Kysely<DB>,
  notice: NoticeRow,
  { tasks, changes, amends }: Tasks,
  today: string,
): Promise<NoticeFacts> {
  const occasion = await findConference(db, asProduct, notice.conference_id, today);
  const before = amends ? await papersOf(db, amends.id, today) : [];
  const { printed } = await outgoingWords(
    db,
    changes.map(({ matter }) => matter),
    "everybody",
  );
  const told = await toldToAll(db, [occasion.id]);
  return {
    occasion: {
      ...occasion,
      topic: told(occasion.id, occasion.topic),
      place: told(occasion.id, occasion.place),
    },
    opening: told(occasion.id, notice.opening),
    closing: told(occasion.id, notice.closing),
    lines: tasks.map(({ change }) => lineAsPrinted(change.after, printed)),
    amends: amends && {
      symbol: before.map(({ symbol }) => symbol).join(", ") || null,
      issuedOn: amends.issued_on!,
      changes: changes.map((change) => changeAsPrinted(change, printed)),
    },
  } as NoticeFacts;
}

type Printed = OutgoingWords["printed"];

function lineAsPrinted(line: NoticeLine, printed: Printed): NoticeLine {
  const told = (text: string) => printed(text, line.matter);
  return {
    ...line,
    task: told(line.task),
    coordinators: line.coordinators.map((one) => ({ ...one, duty: one.duty && told(one.duty) })),
  };
}

function changeAsPrinted(change: LineChange, printed: Printed): LineChange {
  const { before, after } = change;
  return {
    ...change,
    before: before && lineAsPrinted(before, printed),
    after: after && lineAsPrinted(after, printed),
  } as LineChange;
}

async function papersOf(db: Kysely<DB>, noticeId: string, today: string) {
  return documentsAbout(db, asProduct, { kind: "notice_of_conclusion", id: noticeId }, today);
}

/** The paper of one side as a draft of the unit's office on its day. */
export async function draftOfSide(
  db: Kysely<DB>,
  unitId: string,
  facts: NoticeFacts,
  side: PaperSide,
  day: string,
): Promise<Paper> {
  return draftPaper(db, unitId, noticePaper(facts, side), day);
}

type SideToIssue = { readonly side: PaperSide; readonly symbol: string | null };

/** Numbers the papers, one a side; where the edition before had one of that side this takes its place. */
export async function issuePapers(
  trx: Transaction<DB>,
  about: { unitId: string; notice: NoticeRow; amends: NoticeRow | undefined; issuedOn: string; by: IssuedBy },
  facts: NoticeFacts,
  sides: readonly SideToIssue[],
): Promise<{ id: string; side: PaperSide; symbol: string }[]> {
  const { unitId, notice, amends, issuedOn, by } = about;
  const before = amends ? await papersOf(trx, amends.id, by.today) : [];
  const writer = await writerOn(trx, unitId, issuedOn, by.post ? [by.post.unitId] : []);
  const issued = [];
  for (const { side, symbol } of sides) {
    const paper = await draftOfSide(trx, writer, facts, side, issuedOn);
    const replaced = before.find((document) => document.side === side && document.replacedBy === null);
    const document = await issueDocument(trx, {
      unitId: writer,
      paper,
      issuedOn,
      symbol,
      by,
      replaces: replaced?.id ?? null,
      subject: { kind: "notice_of_conclusion", id: notice.id },
    });
    issued.push({ id: document.id, side, symbol: document.symbol });
  }
  return issued;
}
