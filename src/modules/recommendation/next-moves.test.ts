import { expect, test } from "vitest";
import { receivedState, type MatterState } from "./matter.ts";
import { nextMoves } from "./next-moves.ts";
import { offeredMoves } from "./offered-moves.ts";
import type { Move, Ruling, Status } from "./status-transitions.ts";

const today = "2026-03-02";
const assigned = { leadId: "u", assignmentActive: true, dueOn: "2026-03-10", originalDueOn: "2026-03-10" };
const asked = { ...assigned, extensionAsked: { dueOn: "2026-03-20", reason: null } };

type Case = [status: Status, more: Partial<MatterState>, ruled: Ruling | null, first: Move | null];

const cases: Case[] = [
  ["awaiting_ruling", {}, null, "rule"],
  ["awaiting_assignment", {}, "written_answer", "assign"],
  ["awaiting_assignment", {}, null, "assign"],
  ["awaiting_assignment", {}, "beyond_competence", "forward_up"],
  ["in_hand", assigned, "written_answer", "draft_answer"],
  ["in_hand", assigned, "beyond_competence", "draft_answer"],
  ["in_hand", { ...assigned, draft: "drafted" }, "written_answer", "approve_answer"],
  ["in_hand", { ...assigned, draft: "approved" }, "written_answer", "answer"],
  ["scheduled", assigned, "written_answer", "draft_answer"],
  ["blocked", { ...assigned, draft: "approved" }, "written_answer", "answer"],
  ["passed_up", {}, "beyond_competence", "reply_from_above"],
  ["answered", { outcome: "done" }, null, "confirm"],
  ["answered", { outcome: "done", satisfied: true }, null, "close"],
  ["answered", { outcome: "done", satisfied: false }, null, "reopen"],
  ["answered_in_room", {}, "answered_now", "confirm"],
  ["noted", {}, "noted", "confirm"],
  ["closed", {}, null, "confirm"],
  ["closed", { satisfied: false }, null, "reopen"],
  ["closed", { satisfied: true }, null, null],
  ["merged", {}, null, null],
  ["routed_out", {}, null, null],
  ["rejected", {}, null, null],
  ["in_hand", { ...assigned, held: true }, null, "release"],
];

test.each(cases)("%s %o, ruled %s: %s comes next", (status, more, ruled, first) => {
  const state = { ...receivedState, ...more, status };
  expect(nextMoves(state, ruled, "recommendation")[0] ?? null).toBe(first);
  if (first) expect(offeredMoves(state, today, false, ruled)[0]).toBe(first);
});

test.each(["complaint", "denunciation"] as const)(
  "a held %s is to be routed where the law wants it",
  (kind) => {
    const state: MatterState = { ...receivedState, held: true };
    expect(offeredMoves(state, today, false, null, kind)).toEqual(["route_out", "release"]);
    expect(offeredMoves(state, today, false, null)).toEqual(["release", "route_out"]);
  },
);

test("a request for more time goes before a draft that nobody has begun, after one that is there", () => {
  const state: MatterState = { ...receivedState, ...asked, status: "in_hand" };
  expect(nextMoves(state, null, "recommendation")).toEqual(["extend", "draft_answer"]);
  expect(nextMoves({ ...state, draft: "drafted" }, null, "recommendation")).toEqual([
    "approve_answer",
    "extend",
  ]);
});

test("where the unit above decides, nothing is next here: least of all a merger", () => {
  const state: MatterState = { ...receivedState, status: "passed_up" };
  const moves = offeredMoves(state, today, true);
  expect(moves.filter((move) => nextMoves(state, null, "recommendation").includes(move))).toEqual([]);
});
