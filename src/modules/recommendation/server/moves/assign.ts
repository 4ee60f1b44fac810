import { optionalPaperNumber } from "#kernel/paper-number.ts";
import { dayInput, optionalDay, optionalText, unitCodeInput } from "#kernel/input.ts";
import { z } from "zod";
import { onceEach } from "../../once-each.ts";
import { assignmentFacts } from "./assign-matter.ts";
import { moveAct } from "./move-act.ts";

/** A coordinating agency: its code, or with its duty and its own date. */
const coordinatorInput = z.union([
  unitCodeInput.transform((unit) => ({ unit, duty: undefined, due: undefined })),
  z.strictObject({ unit: unitCodeInput, duty: optionalText(500), due: optionalDay }),
]);

export const coordinatorsInput = z.array(coordinatorInput).max(20).default([]).superRefine(onceEach);

/** One lead and several coordinating agencies, each with its duty and its date. */
export const assign = moveAct({
  move: "assign",
  fields: {
    lead: unitCodeInput,
    due: dayInput,
    coordinators: coordinatorsInput,
    symbol: optionalPaperNumber(60),
    text: optionalText(20_000),
  },
  facts: ({ trx, input, place, on }) => assignmentFacts(trx, place.matter, input, on),
});
