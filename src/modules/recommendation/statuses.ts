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

export const rulings = ["answered_now", "written_answer", "beyond_competence", "noted"] as const;
export type Ruling = (typeof rulings)[number];

export const outcomes = ["done", "document_issued", "inspected", "explained", "refused"] as const;
export type Outcome = (typeof outcomes)[number];

export const confirmers = ["requester", "village_head", "front"] as const;
export type Confirmer = (typeof confirmers)[number];
