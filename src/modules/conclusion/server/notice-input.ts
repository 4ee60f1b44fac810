import {
  optionalDay,
  optionalText,
  optionalUnitCode,
  optionalWholeNumber,
  textInput,
  unitCodeInput,
} from "#kernel/input.ts";
import { onceEach } from "#modules/recommendation/once-each.ts";
import { matterCodeInput } from "#modules/recommendation/matter-code.ts";
import { z } from "zod";
import { LONGEST_TASK, MOST_LINES } from "../conclusion.ts";

export const noticeInput = textInput(36).pipe(z.uuid());
export const versionInput = optionalWholeNumber(1, 1_000_000);
export const matterInput = matterCodeInput;

export const wordsInput = z.strictObject({ opening: optionalText(20_000), closing: optionalText(20_000) });

/** A line as a whole, in place of the matter's line before; `position` puts it there among the others. */
export const lineInput = z.strictObject({
  matter: matterInput,
  task: textInput(LONGEST_TASK),
  lead: optionalUnitCode,
  due: optionalDay,
  coordinators: z
    .array(z.strictObject({ unit: unitCodeInput, duty: optionalText(500), due: optionalDay }))
    .max(20)
    .default([])
    .superRefine(onceEach),
  position: optionalWholeNumber(1, MOST_LINES),
});
export type LineInput = z.output<typeof lineInput>;
