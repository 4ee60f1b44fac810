import type { Grant } from "#kernel/permission.ts";

/** A register is brought in by the administrator of all that it touches, or by the office of that unit. */
export const mayBringRegisters: Grant = { administrator: ["self", "ancestor"], office_secretary: ["self"] };
