import { wholeNumber } from "#kernel/input.ts";
import { z } from "zod";
import type { Count } from "../ballot.ts";

const heap = wholeNumber(0, 1_000_000);

/** Every heap on the table, also those that follow from others: only so a slip of the count is seen. */
export const countFields = {
  conference: z.uuid(),
  issued: heap,
  returned: heap,
  not_returned: heap,
  valid: heap,
  spoiled: heap,
  very_satisfied: heap,
  satisfied: heap,
  neutral: heap,
  dissatisfied: heap,
  very_dissatisfied: heap,
};

/** What is stored of a count that adds up. */
export function countRow({ issued, returned, valid, ...count }: Count) {
  const { very_satisfied, satisfied, neutral, dissatisfied, very_dissatisfied } = count;
  return { issued, returned, valid, very_satisfied, satisfied, neutral, dissatisfied, very_dissatisfied };
}
