import type { Capacity } from "#kernel/actor.ts";
import { mayMove } from "#modules/recommendation/permissions.ts";

/** What a person comes to the desk for. One who holds several posts has several. */
const deskParts = ["office", "lead", "front", "agency", "village", "administration"] as const;
export type DeskPart = (typeof deskParts)[number];

const partOf: Record<Capacity, DeskPart> = {
  office_secretary: "office",
  party_secretary: "lead",
  chairperson: "lead",
  council_standing: "lead",
  steering_committee: "lead",
  statistician: "lead",
  complaint_reviewer: "lead",
  front_chair: "front",
  front_officer: "front",
  agency_head: "agency",
  agency_officer: "agency",
  village_head: "village",
  administrator: "administration",
};

/** The parts of the desk that belong to the posts held, in the order in which they are shown. */
export function partsFor(capacities: readonly Capacity[]): DeskPart[] {
  const own = new Set(capacities.map((capacity) => partOf[capacity]));
  return deskParts.filter((part) => own.has(part));
}

/** Those who read whole units; an agency, a village and an administrator have no report of their own. */
export function readsWholeUnits(capacity: Capacity): boolean {
  return ["office", "lead", "front"].includes(partOf[capacity]);
}

/** Those for whom what is held waits: to be shown again, or routed out. */
export function reviewsHeld(capacity: Capacity): boolean {
  return mayMove.release[capacity] !== undefined;
}

/** Those for whom draft answers wait: to be approved, then to be issued. */
export function approvesAnswers(capacity: Capacity): boolean {
  return mayMove.approve_answer[capacity] !== undefined;
}
