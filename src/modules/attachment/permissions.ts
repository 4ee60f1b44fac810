import { anyOf, type Grant } from "#kernel/permission.ts";

const office: Grant = { office_secretary: ["self"] };
const leadersAndOffice: Grant = { party_secretary: ["self"], chairperson: ["self"], ...office };

/** Whoever works on a matter brings what belongs to it; so does the Front, and the head of the village that it came from. */
const mayAttachToMatter: Grant = anyOf(leadersAndOffice, {
  agency_head: ["assigned"],
  agency_officer: ["assigned"],
  party_secretary: ["assigned"],
  chairperson: ["assigned"],
  office_secretary: ["assigned"],
  front_chair: ["self", "ancestor"],
  front_officer: ["self", "ancestor"],
  village_head: ["village"],
});

/** By what it is attached to: who attaches (and takes off what they attached), and who says what the public may see. */
export const attaching = {
  recommendation: { attach: mayAttachToMatter, approve: leadersAndOffice },
  conference: { attach: leadersAndOffice, approve: leadersAndOffice },
  issued_document: { attach: leadersAndOffice, approve: leadersAndOffice },
} as const satisfies Record<string, Record<"attach" | "approve", Grant>>;

/** Whoever can attach anything anywhere may bring a file. */
export const mayBring: Grant = anyOf(...Object.values(attaching).map(({ attach }) => attach));
