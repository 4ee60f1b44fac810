import { Problem } from "#kernel/problem.ts";
import { EXTENSIONS_AT_MOST } from "#modules/deadline/extension.ts";
import { byDay } from "./by-day.ts";
import { handedOn, openDuties, withDutyDone } from "./duties.ts";
import { closedWithReason, judged, unjudged } from "./judgements.ts";
import { receivedState, type MatterEvent, type MatterState, type ReportClass } from "./matter.ts";
import { recommendationProblems as problems } from "./problems.ts";
import { isFromAbove } from "./words-from-above.ts";
import { moveWords, statusWords } from "./words.ts";
import { statusAfter, type Move, type Outcome, type Status } from "./status-transitions.ts";

/**
 * One step of a matter's history.
 * @throws Problem where the state table, or what the move needs, does not allow it.
 */
export function applyEvent(state: MatterState, event: MatterEvent): MatterState {
  const status = statusAfter(state.status, event.act, event.ruling ?? null);
  if (status === null) throw notAllowed(state, event);
  refuseUnlessFitting(state, event);
  const next = { ...state, ...consequences(state, event), status };
  return { ...next, class: classOf(next.status, next.outcome, state.class) };
}

function notAllowed({ status }: MatterState, event: MatterEvent): Problem {
  const details = { move: event.act, status, on: event.on };
  return new Problem(problems.move_not_allowed, { values: wordsOf(status, event), details });
}

function wordsOf(status: Status, event: MatterEvent) {
  const [move, from] = [moveWords[event.act], statusWords[status]];
  return { move: move.vi, move_en: move.en, status: from.vi, status_en: from.en, on: event.on };
}

/** The state after all events. They may come in any order: days decide, then the order of entry. */
export function stateAfter(receivedOn: string, events: readonly MatterEvent[]): MatterState {
  return inOrder(receivedOn, events).reduce(applyEvent, receivedState);
}

/** Events by day; on one day in the order in which they were entered. */
export function inOrder(receivedOn: string, events: readonly MatterEvent[]): MatterEvent[] {
  const early = events.find((event) => event.on < receivedOn);
  if (early) throw new Problem(problems.before_receipt, { values: { on: early.on, received: receivedOn } });
  return byDay(events);
}

/**
 * A unit that ends hands over everything; a hand-over tells nothing of what the matter is about. And the reply of a unit
 * above comes down whatever is held here, as does that it took the matter up again: that unit is told of no hold but its own.
 */
const goesOnWhileHeld: ReadonlySet<Move> = new Set(["release", "route_out", "hand_over", "reply_from_above"]);

/** A draft that was sent back waits for its writer; one that was approved may still be sent back. */
const aboutADraft: ReadonlySet<Move> = new Set(["approve_answer", "send_back"]);

function refuseUnlessFitting(state: MatterState, event: MatterEvent): void {
  if (state.held && !goesOnWhileHeld.has(event.act) && !isFromAbove(event))
    throw new Problem(problems.held_for_review);
  if (aboutADraft.has(event.act) && state.draft !== "drafted" && state.draft !== "approved")
    throw new Problem(problems.no_draft);
  if (event.act === "finish_duty" && openDuties(state).every(({ unitId }) => unitId !== event.coordinatorId))
    throw new Problem(problems.no_open_duty, { field: "unit" });
  if (event.act === "refuse_extension" && !state.extensionAsked)
    throw new Problem(problems.no_extension_asked);
  if (event.act === "extend") refuseExtension(state, event);
  if (event.act === "close" && state.status === "closed" && state.unsettledBy.length === 0)
    throw notAllowed(state, event);
}

function refuseExtension(state: MatterState, event: MatterEvent): void {
  if (state.dueOn === null) throw new Problem(problems.nothing_to_extend, { field: "due_on" });
  if (state.extensions >= EXTENSIONS_AT_MOST) {
    throw new Problem(problems.too_many_extensions, {
      field: "due_on",
      values: { maximum: EXTENSIONS_AT_MOST },
    });
  }
  if (!event.dueOn || event.dueOn <= state.dueOn) {
    throw new Problem(problems.extension_not_later, { field: "due_on", values: { due: state.dueOn } });
  }
}

const notAnswered = { outcome: null, answeredOn: null, ...unjudged };

/** What a move changes besides the status. */
function consequences(state: MatterState, event: MatterEvent): Partial<MatterState> {
  switch (event.act) {
    case "rule":
      return { dueOn: event.dueOn ?? null, originalDueOn: event.dueOn ?? null };
    case "assign":
      return assigned(state, event);
    case "hand_over":
      return {
        leadId: event.leadId ?? null,
        coordinators: handedOn(state.coordinators, event.coordinators ?? []),
      };
    case "finish_duty":
      return { coordinators: withDutyDone(state.coordinators, event) };
    case "return":
      return { leadId: null, coordinators: [], assignmentActive: false, extensionAsked: null, draft: "none" };
    case "ask_extension":
      return { extensionAsked: { dueOn: event.dueOn!, reason: event.reason ?? null } };
    case "refuse_extension":
      return { extensionAsked: null };
    case "extend":
      return { dueOn: event.dueOn!, extensions: state.extensions + 1, extensionAsked: null };
    case "draft_answer":
      return { draft: "drafted" };
    case "send_back":
      return { draft: "sent_back" };
    case "approve_answer":
      return { draft: "approved" };
    case "answer":
    case "reply_from_above":
      return {
        outcome: event.outcome!,
        answeredOn: event.on,
        extensionAsked: null,
        draft: "none",
        ...unjudged,
      };
    case "hold":
      return { held: true };
    case "release":
    case "route_out":
      return { held: false };
    case "confirm":
      return judged(state, event);
    case "close":
      return event.reason ? closedWithReason : {};
    case "reopen":
      return { ...notAnswered, assignmentActive: false, draft: "none", ...dueAnew(event) };
    default:
      return {};
  }
}

/** A reopening that names a date starts it anew; old registers have some that name none, and keep the one there was. */
function dueAnew({ dueOn }: MatterEvent): Partial<MatterState> {
  return dueOn ? { dueOn, originalDueOn: dueOn, extensions: 0 } : {};
}

/**
 * A new assignment starts with its own date; one laid over an assignment in force, or one that names no date, keeps
 * the original.
 */
function assigned(state: MatterState, event: MatterEvent): Partial<MatterState> {
  const dueOn = event.dueOn ?? state.dueOn;
  const continues = state.originalDueOn !== null && (state.assignmentActive || !event.dueOn);
  return {
    leadId: event.leadId!,
    coordinators: event.coordinators ?? [],
    assignmentActive: true,
    dueOn,
    originalDueOn: continues ? state.originalDueOn : dueOn,
    extensions: continues ? state.extensions : 0,
    extensionAsked: null,
    draft: "none",
  };
}

const classOfOutcome: Record<Outcome, ReportClass> = {
  done: "done",
  document_issued: "done",
  inspected: "done",
  explained: "explained",
  refused: "refused",
};

function classOf(status: Status, outcome: Outcome | null, before: ReportClass): ReportClass {
  switch (status) {
    case "answered":
      return outcome ? classOfOutcome[outcome] : before;
    case "closed":
      return before;
    case "awaiting_assignment":
      return "in_hand";
    case "merged":
      return "duplicate";
    case "rejected":
      return "invalid";
    default:
      return status;
  }
}
