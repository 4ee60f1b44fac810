import { Problem } from "#kernel/problem.ts";
import { byDay } from "./by-day.ts";
import { receivedState, type MatterEvent, type MatterState, type ReportClass } from "./matter.ts";
import { moveRows, moveWords } from "./moves/move-rows.ts";
import { recommendationProblems as problems } from "./problems.ts";
import { isFromAbove } from "./words-from-above.ts";
import { statusWords } from "./words.ts";
import { statusAfter, type Outcome, type Status } from "./status-transitions.ts";

/**
 * One step of a matter's history.
 * @throws Problem where the state table, or what the move needs, does not allow it.
 */
export function applyEvent(state: MatterState, event: MatterEvent): MatterState {
  const status = statusAfter(state.status, event.act, event.ruling ?? null);
  if (status === null) throw notAllowed(state, event);
  refuseUnlessFitting(state, event);
  const next = { ...state, ...moveRows[event.act].changes(state, event), status };
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
  for (const { on } of events) refuseBeforeReceipt(on, receivedOn);
  return byDay(events);
}

/** @throws Problem `before_receipt` */
export function refuseBeforeReceipt(on: string, receivedOn: string): void {
  if (on < receivedOn)
    throw new Problem(problems.before_receipt, { field: "on", values: { on, received: receivedOn } });
}

function refuseUnlessFitting(state: MatterState, event: MatterEvent): void {
  const { whileHeld, refuses } = moveRows[event.act];
  if (state.held && whileHeld === "waits" && !isFromAbove(event)) throw new Problem(problems.held_for_review);
  const refusal = refuses(state, event);
  if (refusal?.problem === "move_not_allowed") throw notAllowed(state, event);
  if (refusal) throw new Problem(problems[refusal.problem], refusal);
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
