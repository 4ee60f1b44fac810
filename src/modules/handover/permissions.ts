import type { Grant } from "#kernel/permission.ts";

/**
 * The office of the unit that carries the work on writes the record, or an administrator there or above. For an agency
 * that ended it is the unit it worked for.
 */
export const mayHandOverWork: Grant = { office_secretary: ["self"], administrator: ["self", "ancestor"] };
