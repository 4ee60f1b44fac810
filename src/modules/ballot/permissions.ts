import type { Grant } from "#kernel/permission.ts";

/** The count is the Front's own: leaders and the office of the unit read it and touch nothing. */
export const mayCountBallots: Grant = { front_chair: ["self"], front_officer: ["self"] };
