export const forms = ["periodic", "ad_hoc", "thematic", "briefing", "indirect", "online"] as const;
export type Form = (typeof forms)[number];

/** Prepared from the first day on, then held or called off; it counts in figures only once it is held. */
export const lives = ["prepared", "held", "called_off"] as const;
export type Life = (typeof lives)[number];

type Ends = { readonly held_recorded_at: unknown; readonly called_off_recorded_at: unknown };

export function lifeOf({ held_recorded_at, called_off_recorded_at }: Ends): Life {
  if (held_recorded_at !== null) return "held";
  return called_off_recorded_at === null ? "prepared" : "called_off";
}

export const chairCapacities = [
  "party_secretary",
  "chairperson",
  "council",
  "front",
  "deputy",
  "other",
] as const;
export type ChairCapacity = (typeof chairCapacities)[number];
