import { lastFact } from "./by-day.ts";
import type { Confirmer, Move, Outcome, Ruling, Status } from "./status-transitions.ts";

export const channels = [
  "conference",
  "collected_beforehand",
  "portal",
  "village_head",
  "reception",
  "hotline",
  "letter",
  "supervision",
] as const;
export type Channel = (typeof channels)[number];

export const kinds = [
  "recommendation",
  "report",
  "question",
  "opinion",
  "praise",
  "complaint",
  "denunciation",
] as const;
export type Kind = (typeof kinds)[number];

/** Named; known to the secretariat only; or anonymous, as a reflection of many with no personal reply promised. */
export const namings = ["named", "secretariat_only", "anonymous"] as const;
export type Naming = (typeof namings)[number];

/** What stands in a form before anybody was asked: silence is no consent to be named. */
export const unaskedNaming: Naming = "secretariat_only";

/** One fact about a matter: what was done, on which day. Days are `YYYY-MM-DD`; units are ids. */
export type MatterEvent = {
  readonly id?: string;
  readonly act: Move;
  readonly on: string;
  readonly ruling?: Ruling | null;
  readonly outcome?: Outcome | null;
  readonly leadId?: string | null;
  readonly coordinators?: readonly Coordinator[];
  readonly dueOn?: string | null;
  readonly untilOn?: string | null;
  readonly reviewOn?: string | null;
  /** The agency that has done its part. */
  readonly coordinatorId?: string | null;
  /** The agency to which that part was first given, where another carries it on. */
  readonly dutyOf?: string | null;
  readonly toUnitId?: string | null;
  readonly toText?: string | null;
  readonly intoId?: string | null;
  readonly confirmedBy?: Confirmer | null;
  /** Whose word it is: of the people, or the village, of these matters, of all that go on in this one. */
  readonly raisedIn?: readonly string[] | null;
  /** Of these, those that go on in this matter no more, or are out of sight there: their word counts no more. */
  readonly former?: readonly string[] | null;
  readonly satisfied?: boolean | null;
  readonly symbol?: string | null;
  readonly reason?: string | null;
  readonly text?: string | null;
};

/** A part of an agency that helps the lead: its own duty, its own date. Who takes another's work over may have several. */
export type Coordinator = {
  readonly unitId: string;
  /** The agency to which it was first given, where another carries it on: by this a part is known (`partOf`). */
  readonly dutyOf?: string | null;
  readonly duty?: string | null;
  readonly dueOn?: string | null;
  /** The day on which it called its part done; a reading over the facts. */
  readonly doneOn?: string | null;
};

/** The line of the report in which a matter is counted; one and only one at any time. */
export const reportClasses = [
  "awaiting_ruling",
  "answered_in_room",
  "noted",
  "done",
  "explained",
  "refused",
  "in_hand",
  "scheduled",
  "blocked",
  "passed_up",
  "invalid",
  "routed_out",
  "duplicate",
] as const;
export type ReportClass = (typeof reportClasses)[number];

const openClasses: ReadonlySet<ReportClass> = new Set([
  "awaiting_ruling",
  "in_hand",
  "scheduled",
  "blocked",
  "passed_up",
]);

/** Everything the facts say of a matter after the last of them. */
export type MatterState = {
  readonly status: Status;
  readonly class: ReportClass;
  readonly outcome: Outcome | null;
  readonly leadId: string | null;
  readonly coordinators: readonly Coordinator[];
  /** An assignment is in force: given, and neither returned, answered nor replaced. */
  readonly assignmentActive: boolean;
  /** The present date, and the one first given in this assignment: an extension never erases it. */
  readonly dueOn: string | null;
  readonly originalDueOn: string | null;
  readonly extensions: number;
  readonly extensionAsked: { readonly dueOn: string; readonly reason: string | null } | null;
  readonly draft: "none" | "drafted" | "sent_back" | "approved";
  readonly answeredOn: string | null;
  /** Put out of sight as a suspected complaint or denunciation until a reviewer has looked. */
  readonly held: boolean;
  /** False while the last word of anybody is no; null where nobody has said. */
  readonly satisfied: boolean | null;
  /** Those whose last word is no (`judgements.ts`). */
  readonly saidNo: readonly string[];
  /** Those of them after whose no nothing has happened, not even a closing that says why. */
  readonly unsettledBy: readonly string[];
  /** Whether there are any among those who belong to the matter. */
  readonly unsettled: boolean;
};

export const receivedState: MatterState = {
  status: "awaiting_ruling",
  class: "awaiting_ruling",
  outcome: null,
  leadId: null,
  coordinators: [],
  assignmentActive: false,
  dueOn: null,
  originalDueOn: null,
  extensions: 0,
  extensionAsked: null,
  draft: "none",
  answeredOn: null,
  held: false,
  satisfied: null,
  saidNo: [],
  unsettledBy: [],
  unsettled: false,
};

export function isOpen(reportClass: ReportClass): boolean {
  return openClasses.has(reportClass);
}

/**
 * Whether the words of a matter are for the reviewer's eyes only: held or routed out, or a complaint or denunciation
 * that no reviewer has released.
 */
export function isOutOfSight(kind: string, events: readonly Pick<MatterEvent, "act" | "on">[]): boolean {
  const last = lastFact(events, ({ act }) => act === "hold" || act === "release" || act === "route_out");
  return last ? last.act !== "release" : leavesTheProcess(kind);
}

/** Complaints and denunciations leave the process: nobody but the reviewer sees them until one has looked. */
export function leavesTheProcess(kind: string): boolean {
  return kind === "complaint" || kind === "denunciation";
}

/** Overdue is computed, never stored: in hand, with a present date before the day asked about. */
export function isOverdue(state: Pick<MatterState, "class" | "dueOn">, day: string): boolean {
  return state.class === "in_hand" && state.dueOn !== null && state.dueOn < day;
}
