import { anyOf, type Grant } from "#kernel/permission.ts";

// Who stands how to a matter, as far as rights about matters are made of it.

export const leaders: Grant = { party_secretary: ["self"], chairperson: ["self"] };
export const office: Grant = { office_secretary: ["self"] };
export const front: Grant = { front_chair: ["self", "ancestor"], front_officer: ["self", "ancestor"] };
/** Work is given to agencies, and to the units below: there their own leaders and office see to it. */
const leadAgency: Grant = {
  agency_head: ["assigned"],
  party_secretary: ["assigned"],
  chairperson: ["assigned"],
  office_secretary: ["assigned"],
};
export const agency: Grant = { ...leadAgency, agency_officer: ["assigned"] };
/** Of the village that the matter came from its head alone: to everybody else there it is the unit's. */
export const village: Grant = { village_head: ["village"] };
export const reviewer: Grant = { complaint_reviewer: ["self", "ancestor"] };

/** The office writes down what its leaders decided. */
export const leadersAndOffice: Grant = { ...leaders, ...office };
/** The agency does it, or the office for it. */
export const agencyAndOffice: Grant = anyOf(agency, office);
/** What goes out in the name of the unit, of the one that leads included. */
export const whoeverIssues: Grant = anyOf(leaders, office, leadAgency);
