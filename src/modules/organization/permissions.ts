import type { Grant } from "#kernel/permission.ts";

/** Units, people and posts are kept by the administrator of the unit or of one above it. */
export const mayAdminister: Grant = { administrator: ["self", "ancestor"] };

/** A commune's office keeps its own villages and agencies without asking the administrator. */
export const mayKeepUnits: Grant = { administrator: ["self", "ancestor"], office_secretary: ["self"] };

/** The units of the whole country are loaded by the administrator of the centre. */
export const mayLoadNational: Grant = { administrator: ["self"] };
