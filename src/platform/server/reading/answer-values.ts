import { z } from "zod";

// What the answers of the readings are made of.

export const text = z.string().nullable();
export const count = z.int().min(0);
/** `YYYY-MM-DD`. */
export const day = z.string();
/** A unit, or whatever else is called by a code. */
export const named = z.strictObject({ code: z.string(), name: z.string() });
/** A percentage with one decimal; null where there is nothing to take a share of. */
export const rate = z.number().nullable();
/** How many, by name; a name that never occurs is missing. */
export const tally = z.record(z.string(), count).readonly();
