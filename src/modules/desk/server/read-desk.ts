import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { readScope } from "#modules/organization/server/index.ts";
import {
  countMatters,
  listMatters,
  matterFilter,
  type MatterLine,
} from "#modules/recommendation/server/index.ts";
import type { Kysely } from "kysely";
import { partsFor, type DeskPart } from "../desk.ts";
import {
  answersToRead,
  closedUnconfirmed,
  extensionsAsked,
  lateAgencies,
  type AnswerToRead,
  type ExtensionAsked,
  type Unconfirmed,
} from "./waiting.ts";

/** What the lists of recommendations are asked, so that each number and its list are one question. */
export const deskQuestions = {
  open: { view: "open" },
  overdue: { view: "overdue" },
  unruled: { status: "awaiting_ruling" },
  unassigned: { status: "awaiting_assignment" },
  passedUp: { class: "passed_up" },
  answered: { status: "answered" },
} as const;
export type DeskQuestion = keyof typeof deskQuestions;

export type Desk = {
  readonly parts: readonly DeskPart[];
  readonly counts: Readonly<Partial<Record<DeskQuestion, number>>>;
  /** Open matters with the nearest dates. */
  readonly nearest: readonly MatterLine[];
  readonly late: readonly { code: string; name: string; count: number }[];
  readonly extensions: readonly ExtensionAsked[];
  readonly unconfirmed: readonly Unconfirmed[];
  readonly answers: readonly AnswerToRead[];
};

const asked: Record<DeskPart, readonly DeskQuestion[]> = {
  office: ["overdue", "unruled", "unassigned", "passedUp"],
  lead: ["open", "overdue", "passedUp"],
  front: ["open", "overdue", "answered"],
  agency: ["open", "overdue"],
  village: ["open", "answered"],
  administration: [],
};

/** Beyond this a number says no more than "many"; the list itself has no end. */
const COUNTED_TO = 10_000;

/** The first screen of a person: what waits for them through the posts held today. */
export async function readDesk(db: Kysely<DB>, actor: Actor, today: string): Promise<Desk> {
  const parts = actor.kind === "person" ? partsFor(actor.posts.map(({ capacity }) => capacity)) : [];
  const has = (...some: DeskPart[]) => some.some((part) => parts.includes(part));
  const scope = await readScope(db, actor);
  const count = (question: object) =>
    countMatters(db, actor, matterFilter.parse(question), today, COUNTED_TO);
  const questions = [...new Set(parts.flatMap((part) => asked[part]))];
  const counted = await Promise.all(
    questions.map(async (name) => [name, await count(deskQuestions[name])] as const),
  );
  const late = has("lead") ? await lateAgencies(db, scope, today) : [];
  return {
    parts,
    counts: Object.fromEntries(counted),
    nearest: has("office", "agency", "village") ? await nearestMatters(db, actor, today) : [],
    late: await Promise.all(
      late.map(async (agency) => ({ ...agency, count: await count({ view: "overdue", lead: agency.code }) })),
    ),
    extensions: has("office", "lead") ? await extensionsAsked(db, scope, today) : [],
    unconfirmed: has("front") ? await closedUnconfirmed(db, scope) : [],
    answers: has("village") ? await answersToRead(db, scope) : [],
  };
}

async function nearestMatters(db: Kysely<DB>, actor: Actor, today: string): Promise<readonly MatterLine[]> {
  const filter = matterFilter.parse({ view: "open" });
  const { matters } = await listMatters(db, actor, filter, { sort: "due", size: 8 }, today);
  return matters.filter(({ dueOn }) => dueOn !== null);
}
