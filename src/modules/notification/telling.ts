import { capacities, type Capacity } from "#kernel/actor.ts";
import { answering, mayGiveDraft } from "#modules/conference/permissions.ts";
import type { Move } from "#modules/recommendation/status-transitions.ts";

/** Whose people: of the agency that leads, of those that coordinate, of the matter's unit, of its village. */
export type Side = "lead" | "coordinators" | "unit" | "village";

export type Audience = { readonly side: Side; readonly capacities: readonly Capacity[] };

/** Those who see to the work of an agency; where it was given to a unit below, of that unit. */
export const doingTheWork: readonly Capacity[] = [
  "agency_head",
  "agency_officer",
  "party_secretary",
  "chairperson",
  "office_secretary",
];
const leadAgency: Audience = { side: "lead", capacities: doingTheWork };
const coordinating: Audience = { side: "coordinators", capacities: doingTheWork };
const front: Audience = { side: "unit", capacities: ["front_chair", "front_officer"] };
/** Those who run the follow-up of the unit, also where the agency that leads has nobody. */
export const office: Audience = { side: "unit", capacities: ["office_secretary"] };
/** Of every village in which the matter was raised. */
const village: Audience = { side: "village", capacities: ["village_head"] };
const chairAndOffice: Audience = { side: "unit", capacities: ["chairperson", "office_secretary"] };

/** Those who answer for a unit that is invited: an agency, a village, an organisation. */
export const invited = answering;
/** Those who write for an agency that is asked. */
export const drafting: readonly Capacity[] = capacities.filter((capacity) =>
  mayGiveDraft[capacity]?.includes("assigned"),
);

/** Who is told that a step was annulled: whoever was told of it, and whoever has or had the work by it. */
export function toldOfAnnulment(move: Move): readonly Audience[] {
  const told = toldOfMove[move] ?? [];
  const besides = [leadAgency, coordinating].filter(({ side }) => told.every((each) => each.side !== side));
  return [...told, ...besides];
}

/** Who is told of a move. The Front hears of every extension, granted or not: it supervises the follow-up. */
export const toldOfMove: Partial<Record<Move, readonly Audience[]>> = {
  assign: [leadAgency, coordinating],
  return: [office],
  ask_extension: [chairAndOffice],
  extend: [leadAgency, coordinating, front],
  refuse_extension: [leadAgency, front],
  hand_over: [leadAgency, coordinating, office],
  answer: [office, village],
  reply_from_above: [office, village],
};

/** Who is reminded of a date: the agency before it, and once it is late those who gave the work as well. */
export function toldOfDate(role: "lead" | "coordinator", late: boolean): readonly Audience[] {
  if (role === "coordinator") return [coordinating];
  return late ? [leadAgency, chairAndOffice] : [leadAgency];
}
