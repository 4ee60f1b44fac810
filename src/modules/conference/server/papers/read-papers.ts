import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import type { Paper, Side } from "#modules/document/document-model.ts";
import { paperKind } from "#modules/document/paper-kinds.ts";
import { ofDayTyped, ofToday } from "#modules/document/paper-day.ts";
import { documentsAbout, findDocument } from "#modules/document/server/index.ts";
import { mayReadUnit } from "#modules/organization/server/index.ts";
import type { Kysely } from "kysely";
import { blankCopy, copiesFor } from "../../papers/invitation.ts";
import type { Wording } from "../../papers/outgoing-text.ts";
import {
  conferencePapers,
  isConferencePaper,
  openPapers,
  type ConferencePaper,
  type Missing,
} from "../../papers/paper-order.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import type { ConferenceReading } from "../life/find-conference.ts";
import { draftConferencePaper, lackingIn } from "./paper-contents.ts";
import { officeReader } from "./paper-facts.ts";
import { readInvitations } from "../invitations/read-invitations.ts";

/** An issued paper of a conference that nothing has replaced. */
export type IssuedHere = {
  readonly id: string;
  readonly kind: string;
  readonly side: Side;
  readonly symbol: string;
  readonly issuedOn: string;
};

export type PaperLine = {
  readonly kind: ConferencePaper;
  readonly sides: readonly Side[];
  readonly missing: readonly Missing[];
  readonly issued: readonly IssuedHere[];
};

/** The sides that write a kind of paper here, the one first that does so most often; the Front has its ballot. */
export function sidesOf(kind: ConferencePaper): Side[] {
  if (kind === "ballot_form") return ["front"];
  const { sides } = paperKind(kind);
  return (["government", "party"] as const).filter((side) => sides.includes(side));
}

/** The papers of a conference that a reader may have, each with what it lacks and what was issued of it. */
export async function listPapers(
  db: Kysely<DB>,
  actor: Actor,
  conference: ConferenceReading,
  today: string,
): Promise<PaperLine[]> {
  const whole = await readsWhole(db, actor, conference, today);
  const issued = await issuedHere(db, actor, conference.id, today);
  const lines: PaperLine[] = [];
  for (const kind of conferencePapers.filter((each) => whole || openPapers.has(each))) {
    const sides = sidesOf(kind);
    const missing = await lackingIn(kind, { db, conference, side: sides[0]!, ...ofToday(today) });
    lines.push({ kind, sides, missing, issued: issued.filter((document) => document.kind === kind) });
  }
  return lines;
}

export type PaperReading = {
  readonly kind: ConferencePaper;
  readonly side: Side;
  /** As issued, or as it would be on `day`. */
  readonly paper: Paper;
  readonly day: string;
  readonly missing: readonly Missing[];
  readonly issued: IssuedHere | null;
  /** Of a draft that is to be read out: how many of its texts a person approved. */
  readonly wording: Wording | null;
  /** Who issued it, and with that approved what it tells in public. */
  readonly issuedBy: string | null;
};

type Which = {
  readonly kind: string;
  readonly side: string | null;
  /** The day that a new one is to bear. */
  readonly day?: string | undefined;
  /** The new one, where one was issued before. */
  readonly again?: boolean;
};

/** One paper of a conference. @throws Problem `paper_not_found`, also for what the actor may not have */
export async function readPaper(
  db: Kysely<DB>,
  actor: Actor,
  conference: ConferenceReading,
  which: Which,
  today: string,
): Promise<PaperReading> {
  const { kind } = which;
  if (!isConferencePaper(kind)) throw new Problem(problems.paper_not_found);
  if (!openPapers.has(kind) && !(await readsWhole(db, actor, conference, today)))
    throw new Problem(problems.paper_not_found);
  const side = sidesOf(kind).find((each) => each === which.side) ?? sidesOf(kind)[0]!;
  const on = ofDayTyped(which.day, today);
  const asked = { db, conference, side, ...on };
  const { paper: draft, missing, wording = null } = await draftConferencePaper(kind, asked);
  const known = await issuedHere(db, actor, conference.id, today);
  const issued = known.find((document) => document.kind === kind && document.side === side) ?? null;
  const paper = issued && !which.again ? (await findDocument(db, actor, issued.id, today)).paper : draft;
  const issuedBy = await recorderOf(db, issued?.id ?? null);
  return { kind, side, paper, day: on.day, missing, issued, wording, issuedBy };
}

async function recorderOf(db: Kysely<DB>, document: string | null): Promise<string | null> {
  if (!document) return null;
  const row = await db
    .selectFrom("issued_document as d")
    .innerJoin("person as p", "p.id", "d.recorded_by")
    .select("p.full_name as name")
    .where("d.id", "=", document)
    .executeTakeFirst();
  return row?.name ?? null;
}

/** The sheets of its file: an invitation goes out as a copy for each, or blank; any other paper is one. */
export async function sheetsOf(
  db: Kysely<DB>,
  conference: ConferenceReading,
  { kind, paper }: PaperReading,
  { blank, today }: { blank: boolean; today: string },
): Promise<[Paper, ...Paper[]]> {
  if (kind !== "invitation") return [paper];
  if (blank) return [blankCopy(paper)];
  const { heldOn } = conference;
  const named = { ...conference, heldOn: today < heldOn ? today : heldOn };
  const guests = await readInvitations(db, officeReader(conference.unitId), named, today);
  const [first, ...others] = copiesFor(paper, guests);
  return first ? [first, ...others] : [blankCopy(paper)];
}

/** The papers of a conference with a number, without those that a later one replaced. */
export async function issuedHere(
  db: Kysely<DB>,
  actor: Actor,
  conferenceId: string,
  today: string,
): Promise<IssuedHere[]> {
  const documents = await documentsAbout(db, actor, { kind: "conference", id: conferenceId }, today);
  return documents.filter(({ replacedBy }) => replacedBy === null);
}

async function readsWhole(
  db: Kysely<DB>,
  actor: Actor,
  { unit, heldOn }: Pick<ConferenceReading, "unit" | "heldOn">,
  today: string,
): Promise<boolean> {
  try {
    await mayReadUnit(db, actor, unit, { on: heldOn, today });
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
