import { describe, expect, test } from "vitest";
import { applyEvent } from "./apply-event.ts";
import { receivedState, type MatterEvent, type MatterState } from "./matter.ts";
import { offeredMoves } from "./offered-moves.ts";
import { moves, movesFrom, type Move, type Status } from "./status-transitions.ts";

const today = "2026-03-02";
const state = (status: Status, more: Partial<MatterState> = {}): MatterState => ({
  ...receivedState,
  ...more,
  status,
});
const assigned = { leadId: "u", assignmentActive: true, dueOn: "2026-03-10", originalDueOn: "2026-03-10" };
const no = { satisfied: false, unsettledBy: ["v"], unsettled: true };
const asked = { dueOn: "2026-03-20", reason: null };

/** A move with everything filled in as it should be. */
const filledIn = (move: Move): MatterEvent => ({
  act: move,
  on: today,
  ruling: "written_answer",
  outcome: "done",
  leadId: "u",
  dueOn: "2026-04-20",
  coordinatorId: "h",
  satisfied: true,
});

const situations: [name: string, state: MatterState][] = [
  ["just received", state("awaiting_ruling")],
  ["ruled on", state("awaiting_assignment")],
  ["in hand", state("in_hand", assigned)],
  ["in hand, late", state("in_hand", { ...assigned, dueOn: "2026-02-20" })],
  ["in hand, an extension asked", state("in_hand", { ...assigned, extensionAsked: asked })],
  ["in hand, extended as often as may be", state("in_hand", { ...assigned, extensions: 2 })],
  ["drafted", state("in_hand", { ...assigned, draft: "drafted" })],
  ["sent back", state("in_hand", { ...assigned, draft: "sent_back" })],
  ["a part still open", state("in_hand", { ...assigned, coordinators: [{ unitId: "h" }] })],
  ["draft approved", state("in_hand", { ...assigned, draft: "approved" })],
  ["scheduled", state("scheduled", assigned)],
  ["passed upward", state("passed_up")],
  ["answered", state("answered", { ...assigned, outcome: "done" })],
  ["closed", state("closed")],
  ["closed, and the people said no", state("closed", no)],
  ["held for review", state("in_hand", { ...assigned, held: true })],
  ["merged", state("merged")],
  ["routed out", state("routed_out")],
  ["rejected", state("rejected")],
];

describe.each(situations)("%s", (_name, present) => {
  test("every move offered goes through when it is filled in", () => {
    for (const move of offeredMoves(present, today, false)) {
      expect(() => applyEvent(present, filledIn(move)), move).not.toThrow();
    }
  });

  test("what the table allows and is not offered is refused, unless another rule forbids it", () => {
    const kept: readonly Move[] = [
      "answer",
      "ask_extension",
      "approve_answer",
      "send_back",
      "finish_duty",
      "extend",
      "hold",
      "release",
      "hand_over",
      // A further one comes by itself, of the unit that has the matter above.
      "reply_from_above",
    ];
    const offered = new Set(offeredMoves(present, today, false));
    for (const move of movesFrom(present.status).filter(
      (each) => !offered.has(each) && !kept.includes(each),
    )) {
      expect(() => applyEvent(present, filledIn(move)), move).toThrow();
    }
  });
});

test.each<[Status, Partial<MatterState>, Move]>([
  ["awaiting_ruling", {}, "rule"],
  ["awaiting_assignment", {}, "assign"],
  ["in_hand", assigned, "draft_answer"],
  ["in_hand", { ...assigned, draft: "drafted" }, "approve_answer"],
  ["in_hand", { ...assigned, draft: "approved" }, "answer"],
  ["in_hand", { ...assigned, extensionAsked: asked }, "extend"],
  ["passed_up", {}, "reply_from_above"],
  ["answered", {}, "confirm"],
  ["in_hand", { ...assigned, held: true }, "release"],
])("%s %o: %s comes first", (status, more, move) => {
  expect(offeredMoves(state(status, more), today, false)[0]).toBe(move);
});

test("a reply that comes down by itself is not asked for", () => {
  expect(offeredMoves(state("passed_up"), today, true)).not.toContain("reply_from_above");
});

test("every move is offered somewhere, but the one that a record makes for all matters of a unit", () => {
  const offered = new Set(situations.flatMap(([, present]) => offeredMoves(present, today, false)));
  expect(moves.filter((move) => !offered.has(move))).toEqual(["hand_over"]);
});
