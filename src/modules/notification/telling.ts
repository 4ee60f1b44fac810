import { capacities, type Capacity } from "#kernel/actor.ts";
import { answering, mayGiveDraft } from "#modules/conference/permissions.ts";
import type { AudienceName, Side } from "#modules/recommendation/moves/told.ts";

export type { Side };

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
const chairAndOffice: Audience = { side: "unit", capacities: ["chairperson", "office_secretary"] };
const leadersAndOffice: Audience = {
  side: "unit",
  capacities: ["party_secretary", "chairperson", "office_secretary"],
};
/** Those who say whether what was put out of sight is a complaint or a denunciation. */
const reviewers: Audience = { side: "unit", capacities: ["complaint_reviewer"] };
/** Of every village in which the matter was raised. */
const villageHead: Audience = { side: "village", capacities: ["village_head"] };
const officeAbove: Audience = { side: "above", capacities: ["office_secretary"] };
const leadOfTheOther: Audience = { side: "other", capacities: doingTheWork };

/** Whom the row of a move names. */
export const audiences: Readonly<Record<AudienceName, Audience>> = {
  lead_agency: leadAgency,
  coordinating,
  office,
  chair_and_office: chairAndOffice,
  leaders_and_office: leadersAndOffice,
  front,
  reviewers,
  village_head: villageHead,
  office_above: officeAbove,
  lead_of_the_other: leadOfTheOther,
};

/** Those who answer for a unit that is invited: an agency, a village, an organisation. */
export const invited = answering;
/** Those who write for an agency that is asked. */
export const drafting: readonly Capacity[] = capacities.filter((capacity) =>
  mayGiveDraft[capacity]?.includes("assigned"),
);

/** Who is reminded of a date: the agency before it, and once it is late those who gave the work as well. */
export function toldOfDate(role: "lead" | "coordinator", late: boolean): readonly Audience[] {
  if (role === "coordinator") return [coordinating];
  return late ? [leadAgency, chairAndOffice] : [leadAgency];
}
