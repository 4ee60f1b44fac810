/** Where a matter stands. An answered matter keeps its outcome; lateness is computed, never a status. */
export const statuses = [
  "awaiting_ruling",
  "awaiting_assignment",
  "in_hand",
  "scheduled",
  "blocked",
  "passed_up",
  "answered_in_room",
  "noted",
  "answered",
  "closed",
  "merged",
  "routed_out",
  "rejected",
] as const;
export type Status = (typeof statuses)[number];

/** Every move that can be made with a matter. */
export const moves = [
  "rule",
  "assign",
  "return",
  "ask_extension",
  "refuse_extension",
  "extend",
  "finish_duty",
  "draft_answer",
  "send_back",
  "approve_answer",
  "answer",
  "schedule",
  "block",
  "forward_up",
  "reply_from_above",
  "merge",
  "hold",
  "release",
  "route_out",
  "reject",
  "confirm",
  "close",
  "reopen",
  "hand_over",
] as const;
export type Move = (typeof moves)[number];

export const rulings = ["answered_now", "written_answer", "beyond_competence", "noted"] as const;
export type Ruling = (typeof rulings)[number];

export const outcomes = ["done", "document_issued", "inspected", "explained", "refused"] as const;
export type Outcome = (typeof outcomes)[number];

export const confirmers = ["requester", "village_head", "front"] as const;
export type Confirmer = (typeof confirmers)[number];

type Transition = {
  readonly move: Move;
  readonly from: readonly Status[];
  /** The status afterwards; "same" leaves it as it is. */
  readonly to: Status | "same";
  /** This row only for these rulings. */
  readonly ruling?: readonly Ruling[];
};

const unanswered = ["awaiting_assignment", "in_hand", "scheduled", "blocked"] as const;
const open = ["awaiting_ruling", ...unanswered, "passed_up"] as const;
const answered = ["answered", "answered_in_room", "noted", "closed"] as const;

/**
 * The state table: all moves, and no other. Acts refuse by it, screens offer by it, tests enumerate it.
 * A matter assigned or passed upward straight away has been ruled on by that very move. A second reply may come from
 * above: of another unit, or once it was taken up there again. What is closed is closed again only over a no of the
 * people that came after it, with the reason.
 */
const transitions: readonly Transition[] = [
  { move: "rule", ruling: ["answered_now"], from: ["awaiting_ruling"], to: "answered_in_room" },
  { move: "rule", ruling: ["noted"], from: ["awaiting_ruling"], to: "noted" },
  {
    move: "rule",
    ruling: ["written_answer", "beyond_competence"],
    from: ["awaiting_ruling"],
    to: "awaiting_assignment",
  },
  { move: "assign", from: ["awaiting_ruling", ...unanswered], to: "in_hand" },
  { move: "return", from: ["in_hand"], to: "awaiting_assignment" },
  { move: "ask_extension", from: ["in_hand"], to: "same" },
  { move: "refuse_extension", from: ["in_hand"], to: "same" },
  { move: "extend", from: ["in_hand"], to: "same" },
  { move: "finish_duty", from: unanswered, to: "same" },
  { move: "draft_answer", from: unanswered, to: "same" },
  { move: "send_back", from: unanswered, to: "same" },
  { move: "approve_answer", from: unanswered, to: "same" },
  { move: "answer", from: unanswered, to: "answered" },
  { move: "schedule", from: unanswered, to: "scheduled" },
  { move: "block", from: unanswered, to: "blocked" },
  { move: "forward_up", from: ["awaiting_ruling", ...unanswered], to: "passed_up" },
  { move: "reply_from_above", from: ["passed_up", "answered", "closed"], to: "answered" },
  { move: "merge", from: [...open, ...answered], to: "merged" },
  { move: "hold", from: [...open, ...answered, "merged"], to: "same" },
  { move: "release", from: [...open, ...answered, "merged"], to: "same" },
  { move: "route_out", from: [...open, ...answered, "merged"], to: "routed_out" },
  { move: "reject", from: ["awaiting_ruling", "awaiting_assignment", "in_hand"], to: "rejected" },
  { move: "confirm", from: answered, to: "same" },
  { move: "close", from: answered, to: "closed" },
  { move: "reopen", from: [...answered, "rejected"], to: "in_hand" },
  { move: "hand_over", from: open, to: "same" },
];

/** The status after a move, or null where the table does not allow it. */
export function statusAfter(status: Status, move: Move, ruling: Ruling | null): Status | null {
  const row = transitions.find(
    (transition) =>
      transition.move === move &&
      transition.from.includes(status) &&
      (!transition.ruling || (ruling !== null && transition.ruling.includes(ruling))),
  );
  if (!row) return null;
  return row.to === "same" ? status : row.to;
}

/** The moves that the table allows from a status. */
export function movesFrom(status: Status): Move[] {
  return moves.filter((move) => transitions.some((row) => row.move === move && row.from.includes(status)));
}
