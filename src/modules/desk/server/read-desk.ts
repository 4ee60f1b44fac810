import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { uncountedConferences, type Uncounted } from "#modules/ballot/server/index.ts";
import {
  draftRequestsToMe,
  invitationsToMe,
  type DraftRequestLine,
  type InvitationToMe,
} from "#modules/conference/server/index.ts";
import { readScope, withPredecessors } from "#modules/organization/server/index.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import {
  countingTogether,
  countMatters,
  linesOfMatters,
  matterFilter,
  type MatterLine,
  type Together,
} from "#modules/recommendation/server/index.ts";
import type { Kysely } from "kysely";
import { administrationDesk, type AdministrationDesk } from "./administration-desk.ts";
import { approvesAnswers, partsFor, reviewsHeld, type DeskPart } from "../desk.ts";
import { deskQuestions, lateQuestion, type DeskQuestion } from "../questions.ts";
import { extensionsAsked, type ExtensionAsked } from "./extensions-asked.ts";
import { nextConference, wholeUnits, type NextConference } from "./next-conference.ts";
import { openFindings, type OpenFinding } from "./open-findings.ts";
import { planLine, type PlanLine } from "./plan-line.ts";
import { unsettledMatters, type UnsettledMatter } from "./unsettled-matters.ts";
import { savedFilters, type SavedFilter } from "./saved-filter.store.ts";
import { answersToRead, closedUnconfirmed, type AnswerToRead, type Unconfirmed } from "./waiting.ts";

export type Desk = {
  readonly parts: readonly DeskPart[];
  readonly counts: Readonly<Partial<Record<DeskQuestion, number>>>;
  /** Open matters with the nearest dates. */
  readonly nearest: readonly MatterLine[];
  /** Draft answers that wait for a word, the nearest dates first; null for those who have none to give. */
  readonly drafts: Readonly<Record<"toApprove" | "toIssue", readonly MatterLine[]>> | null;
  /** The agencies with the most matters past their date; `of` tells how many agencies there are with any. */
  readonly late: { readonly agencies: readonly LateAgency[]; readonly of: number };
  readonly extensions: readonly ExtensionAsked[];
  /** What is held and waits for the reader's review, the earliest received first; null for those who review nothing. */
  readonly held: readonly MatterLine[] | null;
  readonly unconfirmed: readonly Unconfirmed[];
  /** What the Front found unsettled and is still open. */
  readonly findings: readonly OpenFinding[];
  /** What the people said no to, and nothing has happened since, the oldest no first. */
  readonly unsettled: readonly UnsettledMatter[];
  /** Conferences held whose ballots the Front has not entered yet. */
  readonly uncounted: readonly Uncounted[];
  readonly answers: readonly AnswerToRead[];
  readonly next: NextConference | null;
  /** This year's plan of each unit whose leader or secretary one is. */
  readonly plans: readonly PlanLine[];
  /** Drafts that one's agency or unit is asked for before a conference, and has not given. */
  readonly asked: readonly DraftRequestLine[];
  /** Invitations that one answers for, and nobody has answered. */
  readonly invitations: readonly InvitationToMe[];
  readonly filters: readonly SavedFilter[];
  /** What an administrator has to look after; null for everybody else. */
  readonly administration: AdministrationDesk | null;
};

const asked: Record<DeskPart, readonly DeskQuestion[]> = {
  office: ["overdue", "dueWeek", "unruled", "unassigned", "unsettled", "paperReplies", "passedUp", "given"],
  lead: ["overdue", "unsettled", "paperReplies", "blocked", "passedUp", "open", "given"],
  front: ["open", "overdue", "answered", "unsettled"],
  agency: ["overdue", "dueWeek", "sentBack", "duties", "unsettled", "open"],
  village: ["open", "answered"],
  administration: [],
};

type LateAgency = { readonly code: string; readonly name: string; readonly count: number };

const partsOf = (actor: Actor): DeskPart[] =>
  actor.kind === "person" ? partsFor(actor.posts.map(({ capacity }) => capacity)) : [];
const approves = (actor: Actor): boolean =>
  actor.kind === "person" && actor.posts.some(({ capacity }) => approvesAnswers(capacity));

const reviews = (actor: Actor): boolean =>
  actor.kind === "person" && actor.posts.some(({ capacity }) => reviewsHeld(capacity));

const FIRST = 8;
const UNSETTLED_FIRST = 50;
const LATE_AGENCIES = 8;
const WAITING_FIRST = 10;
/** Beyond this what a successor carries on says no more than "many"; the list itself has no end. */
const COUNTED_TO = 10_000;

/** All that the desk asks of matters by their present state, in one question. */
const readFigures = countingTogether((actor) => {
  const parts = partsOf(actor);
  const drafts = approves(actor) ? (["toApprove", "toIssue"] as const) : [];
  const names = new Set<DeskQuestion>([...parts.flatMap((part) => asked[part]), ...drafts]);
  const lists: [string, object, number][] = [
    ...drafts.map((name): [string, object, number] => [name, deskQuestions[name], FIRST]),
    ...(names.has("unsettled")
      ? [["unsettled", deskQuestions.unsettled, UNSETTLED_FIRST] as [string, object, number]]
      : []),
    ...(parts.some((part) => ["office", "agency", "village"].includes(part))
      ? [["nearest", { view: "open" }, FIRST] as [string, object, number]]
      : []),
  ];
  return {
    counted: Object.fromEntries([...names].map((name) => [name, deskQuestions[name]])),
    first: Object.fromEntries(lists.map(([name, of, size]) => [name, { of, size }])),
    waiting: {
      ...((parts.includes("office") || parts.includes("lead")) && { extensions: WAITING_FIRST }),
      ...(parts.includes("front") && { findings: WAITING_FIRST, unconfirmed: WAITING_FIRST }),
      ...(reviews(actor) && { held: WAITING_FIRST }),
    },
    ...(parts.includes("lead") && { late: LATE_AGENCIES }),
  };
});

/** An agency with those whose work it carries on. */
const agencyWithThoseBefore = remembered((db: Kysely<DB>, _actor: Actor, id: string) =>
  withPredecessors(db, [id]),
);

/** The first screen of a person: what waits for them through the posts held today. */
export async function readDesk(db: Kysely<DB>, actor: Actor, today: string): Promise<Desk> {
  const parts = partsOf(actor);
  const has = (...some: DeskPart[]) => some.some((part) => parts.includes(part));
  const scope = await readScope(db, actor);
  const { counts, first, waiting, late } = await readFigures(db, actor, today);
  const held = waiting.held ?? [];
  const lines = await linesOfMatters(
    db,
    actor,
    [...new Set([...Object.values(first).flat(), ...held])],
    today,
  );
  const linesOf = (ids: readonly string[]) => ids.flatMap((id) => lines.get(id) ?? []);
  const listed = (name: string) => linesOf(first[name] ?? []);
  return {
    parts,
    counts,
    nearest: listed("nearest").filter(hasDate),
    drafts: approves(actor) ? { toApprove: listed("toApprove"), toIssue: listed("toIssue") } : null,
    late: await lateAgencies(db, actor, late, today),
    extensions: await extensionsAsked(db, actor, scope, waiting.extensions ?? [], today),
    held: reviews(actor) ? linesOf(held) : null,
    unconfirmed: await closedUnconfirmed(db, scope, waiting.unconfirmed ?? [], today),
    findings: await openFindings(db, scope, waiting.findings ?? [], today),
    unsettled: await unsettledMatters(db, scope, listed("unsettled"), today),
    uncounted: has("front") ? await uncountedConferences(db, actor, today) : [],
    answers: has("village") ? await answersToRead(db, scope) : [],
    next: has("office", "lead", "front", "village") ? await nextConference(db, actor, today) : null,
    plans: has("office", "lead") ? await plansOf(db, actor, today) : [],
    asked: has("agency", "office", "lead")
      ? (await draftRequestsToMe(db, actor, today)).filter(({ draft }) => draft === null)
      : [],
    invitations: await invitationsToMe(db, actor, today),
    filters: await savedFilters(db, actor),
    administration: has("administration") ? await administrationDesk(db, actor, today) : null,
  };
}

/** What another left to an agency when it ended is counted with its own, as its list shows it. */
async function lateAgencies(db: Kysely<DB>, actor: Actor, { most, of }: Together["late"], today: string) {
  const agencies: LateAgency[] = [];
  for (const { id, code, name, count } of most) {
    const carriesOn = (await agencyWithThoseBefore(db, actor, id)).length > 1;
    const filter = matterFilter.parse(lateQuestion(code));
    agencies.push({
      code,
      name,
      count: carriesOn ? await countMatters(db, actor, filter, today, COUNTED_TO) : count,
    });
  }
  return { of, agencies };
}

async function plansOf(db: Kysely<DB>, actor: Actor, today: string): Promise<PlanLine[]> {
  const lines = [];
  for (const unit of await wholeUnits(db, actor)) lines.push(await planLine(db, actor, unit, today));
  return lines.filter((line) => line !== null);
}

const hasDate = ({ dueOn }: MatterLine) => dueOn !== null;
