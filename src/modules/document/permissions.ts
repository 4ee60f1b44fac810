import type { Grant } from "#kernel/permission.ts";

/** How a unit's papers look is kept by its own office, or by the administrator of the unit or of one above it. */
export const mayKeepOffice: Grant = { administrator: ["self", "ancestor"], office_secretary: ["self"] };
