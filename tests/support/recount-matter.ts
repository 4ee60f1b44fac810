import type { MatterEvent } from "#modules/register/matter-event.ts";
import type { RegisterRecommendation } from "#modules/register/register-file.ts";

export type Bucket =
  | "awaiting_ruling"
  | "answered_in_room"
  | "noted"
  | "done"
  | "explained"
  | "refused"
  | "in_hand"
  | "scheduled"
  | "blocked"
  | "passed_up"
  | "invalid"
  | "routed_out"
  | "duplicates";

export const ANSWERED: readonly Bucket[] = ["done", "explained", "refused"];
/** Ruled for a written answer, or beyond competence. */
export const ASSIGNED: readonly Bucket[] = [...ANSWERED, "in_hand", "scheduled", "blocked", "passed_up"];
const OPEN: readonly Bucket[] = ["awaiting_ruling", "in_hand", "scheduled", "blocked", "passed_up"];

export type MatterState = {
  bucket: Bucket;
  lead: string | null;
  /** An assignment that was neither returned nor undone by a reopening: another one on top is no new beginning. */
  assignmentStands: boolean;
  originalDue: string | null;
  due: string | null;
  answeredOn: string | null;
  /** Whose last word on the present answer is no: each speaks for those who raised it in one matter; the Front is one. */
  noes: ReadonlySet<string>;
  reopenings: number;
};

const RECEIVED: MatterState = {
  bucket: "awaiting_ruling",
  lead: null,
  assignmentStands: false,
  originalDue: null,
  due: null,
  answeredOn: null,
  noes: new Set(),
  reopenings: 0,
};

const RULED = {
  answered_now: "answered_in_room",
  written_answer: "in_hand",
  beyond_competence: "in_hand",
  noted: "noted",
} as const;

const ANSWERED_AS = {
  done: "done",
  document_issued: "done",
  inspected: "done",
  explained: "explained",
  refused: "refused",
} as const;

export function isOpen(state: MatterState): boolean {
  return OPEN.includes(state.bucket);
}

type Matters = ReadonlyMap<string, RegisterRecommendation>;

/**
 * The matter at the end of a day; what is dated later has not happened. `among` are all the matters of the file, by whose
 * merges it is known who belonged to this one on that day: nobody else's word counts.
 */
export function stateOn(
  matter: RegisterRecommendation,
  day: string,
  among: Matters = new Map(),
): MatterState {
  return history(matter)
    .filter((event) => event.on <= day)
    .flatMap((event) => {
      if (event.act !== "confirm" || event.by === "front") return [event];
      const heard = event.raised_in!.filter((ref) => belongs(ref, matter.ref, day, among));
      return heard.length > 0 ? [{ ...event, raised_in: heard }] : [];
    })
    .reduce(after, RECEIVED);
}

/** How often the matter went from open to closed and back, from one day to another, both included. */
export function turnings(
  matter: RegisterRecommendation,
  from: string,
  to: string,
): { closed: number; reopened: number } {
  const count = { closed: 0, reopened: 0 };
  let state = RECEIVED;
  for (const event of history(matter)) {
    const next = after(state, event);
    const inPeriod = event.on >= from && event.on <= to;
    if (inPeriod && isOpen(state) && !isOpen(next)) count.closed += 1;
    if (inPeriod && !isOpen(state) && isOpen(next)) count.reopened += 1;
    state = next;
  }
  return count;
}

/** By date; on one day, as they stand in the file (the sort is stable). A word says whose it is. */
export function history(matter: RegisterRecommendation): MatterEvent[] {
  const told = matter.events.map((event) =>
    event.act === "confirm" && !event.raised_in?.length ? { ...event, raised_in: [matter.ref] } : event,
  );
  return told.sort((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
}

/** Whether what the people of one raised went on in another on a day, through merges of which none was out of sight. */
function belongs(ref: string, here: string, day: string, among: Matters): boolean {
  const passed = new Set<string>();
  for (let at = ref; at !== here;) {
    const one = among.get(at);
    if (!one || passed.has(at)) return false;
    passed.add(at);
    const told = history(one).filter(({ on }) => on <= day);
    const sight = told.findLast(({ act }) => act === "hold" || act === "release" || act === "route_out");
    const suspect = one.kind === "complaint" || one.kind === "denunciation";
    if (sight ? sight.act !== "release" : suspect) return false;
    const merge = told.findLast(({ act }) => act === "merge");
    if (merge?.act !== "merge" || !merge.into) return false;
    at = merge.into;
  }
  return true;
}

/** Nobody takes back what another said. */
function noesAfter(noes: ReadonlySet<string>, word: Extract<MatterEvent, { act: "confirm" }>): Set<string> {
  const left = new Set(noes);
  for (const ref of word.by === "front" ? [""] : word.raised_in!) {
    const speaker = `${word.by} of ${ref}`;
    if (word.satisfied) left.delete(speaker);
    else left.add(speaker);
  }
  return left;
}

function after(state: MatterState, event: MatterEvent): MatterState {
  switch (event.act) {
    case "rule":
      return {
        ...state,
        bucket: RULED[event.ruling],
        due: event.due ?? null,
        originalDue: event.due ?? null,
      };
    case "assign":
      return assigned(state, event.lead, event.due ?? null);
    case "hand_over":
      return { ...state, lead: event.lead ?? null };
    case "return":
      return { ...state, bucket: "in_hand", lead: null, assignmentStands: false };
    case "extend":
      return { ...state, due: event.due, originalDue: state.originalDue ?? event.due };
    case "answer":
    case "reply_from_above":
      return { ...state, bucket: ANSWERED_AS[event.outcome], answeredOn: event.on, noes: new Set() };
    case "schedule":
      return { ...state, bucket: "scheduled" };
    case "block":
      return { ...state, bucket: "blocked" };
    case "forward_up":
      return { ...state, bucket: "passed_up" };
    case "merge":
      return { ...state, bucket: "duplicates" };
    case "route_out":
      return { ...state, bucket: "routed_out" };
    case "reject":
      return { ...state, bucket: "invalid" };
    case "reopen":
      return {
        ...state,
        bucket: "in_hand",
        assignmentStands: false,
        noes: new Set(),
        reopenings: state.reopenings + 1,
        ...(event.due ? { due: event.due, originalDue: event.due } : {}),
      };
    case "confirm":
      return { ...state, noes: noesAfter(state.noes, event) };
    case "close":
    case "hold":
    case "release":
    case "ask_extension":
    case "refuse_extension":
    case "finish_duty":
    case "draft_answer":
    case "send_back":
    case "approve_answer":
      return state;
  }
}

function assigned(state: MatterState, lead: string, due: string | null): MatterState {
  const begun = { ...state, bucket: "in_hand" as const, lead, assignmentStands: true };
  if (due === null) return begun;
  const keepsOriginal = state.assignmentStands && state.originalDue !== null;
  return { ...begun, due, originalDue: keepsOriginal ? state.originalDue : due };
}
