import { describe, expect, test } from "vitest";
import { moves, rulings, statusAfter, statuses, type Move, type Status } from "./status-transitions.ts";

// Written out by hand from the procedure, so that a slip in the table is seen: every move, every status it may start from.
const allowed: Record<Exclude<Move, "rule">, Partial<Record<Status, Status>>> = {
  assign: on("in_hand", "awaiting_ruling", "awaiting_assignment", "in_hand", "scheduled", "blocked"),
  return: on("awaiting_assignment", "in_hand"),
  ask_extension: stay("in_hand"),
  refuse_extension: stay("in_hand"),
  extend: stay("in_hand"),
  finish_duty: stay("awaiting_assignment", "in_hand", "scheduled", "blocked"),
  send_back: stay("awaiting_assignment", "in_hand", "scheduled", "blocked"),
  draft_answer: stay("awaiting_assignment", "in_hand", "scheduled", "blocked"),
  approve_answer: stay("awaiting_assignment", "in_hand", "scheduled", "blocked"),
  answer: on("answered", "awaiting_assignment", "in_hand", "scheduled", "blocked"),
  schedule: on("scheduled", "awaiting_assignment", "in_hand", "scheduled", "blocked"),
  block: on("blocked", "awaiting_assignment", "in_hand", "scheduled", "blocked"),
  forward_up: on("passed_up", "awaiting_ruling", "awaiting_assignment", "in_hand", "scheduled", "blocked"),
  reply_from_above: on("answered", "passed_up", "answered", "closed"),
  merge: on(
    "merged",
    "awaiting_ruling",
    "awaiting_assignment",
    "in_hand",
    "scheduled",
    "blocked",
    "passed_up",
    "answered",
    "answered_in_room",
    "noted",
    "closed",
  ),
  hold: stay(...statuses.filter((status) => !["routed_out", "rejected"].includes(status))),
  release: stay(...statuses.filter((status) => !["routed_out", "rejected"].includes(status))),
  route_out: on("routed_out", ...statuses.filter((status) => !["routed_out", "rejected"].includes(status))),
  reject: on("rejected", "awaiting_ruling", "awaiting_assignment", "in_hand"),
  confirm: stay("answered", "answered_in_room", "noted", "closed"),
  close: on("closed", "answered", "answered_in_room", "noted", "closed"),
  reopen: on("in_hand", "answered", "answered_in_room", "noted", "closed", "rejected"),
  hand_over: stay("awaiting_ruling", "awaiting_assignment", "in_hand", "scheduled", "blocked", "passed_up"),
};

function on(to: Status, ...from: Status[]): Partial<Record<Status, Status>> {
  return Object.fromEntries(from.map((status) => [status, to]));
}

function stay(...from: Status[]): Partial<Record<Status, Status>> {
  return Object.fromEntries(from.map((status) => [status, status]));
}

const everyPair = moves
  .filter((move): move is Exclude<Move, "rule"> => move !== "rule")
  .flatMap((move) => statuses.map((status) => [move, status] as const));

describe("the state table", () => {
  test.each(everyPair)("%s from %s", (move, status) => {
    expect(statusAfter(status, move, null)).toBe(allowed[move][status] ?? null);
  });

  test.each(statuses)("a ruling is given once, not from %s unless it waits for one", (status) => {
    const after = rulings.map((ruling) => statusAfter(status, "rule", ruling));
    const expected = ["answered_in_room", "awaiting_assignment", "awaiting_assignment", "noted"];
    expect(after).toEqual(status === "awaiting_ruling" ? expected : [null, null, null, null]);
  });

  test("no ruling without its kind", () => {
    expect(statusAfter("awaiting_ruling", "rule", null)).toBeNull();
  });

  test.each([
    ["merged", ["release", "hold", "route_out"]],
    ["routed_out", []],
  ] as const)("out of %s leads nothing but %s", (status, out) => {
    expect(moves.filter((move) => rulings.some((ruling) => statusAfter(status, move, ruling)))).toEqual(out);
  });
});
