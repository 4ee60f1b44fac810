import type { Grant } from "#kernel/permission.ts";

/** Holidays are the nation's: the administrator at the centre keeps them for everyone. */
export const mayKeepCalendar: Grant = { administrator: ["self"] };

/** A rule is kept by the administrator of the territory it holds in, or of a unit above it. */
export const mayKeepRules: Grant = { administrator: ["self", "ancestor"] };

/** The term that a unit gives itself where no rule does: its own office, or the administrator there or above. */
export const mayKeepOwnTerm: Grant = { administrator: ["self", "ancestor"], office_secretary: ["self"] };
