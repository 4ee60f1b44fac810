export const forms = ["periodic", "ad_hoc", "thematic", "briefing", "indirect", "online"] as const;
export type Form = (typeof forms)[number];

export const chairCapacities = [
  "party_secretary",
  "chairperson",
  "council",
  "front",
  "deputy",
  "other",
] as const;
export type ChairCapacity = (typeof chairCapacities)[number];
