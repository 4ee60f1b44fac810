import type { MatterEvent } from "./matter.ts";
import type { Move } from "./status-transitions.ts";

// What the unit above brought about below is known again by its words, also in a register that was brought in from elsewhere.

const reopened = "Cấp trên mở lại ở kiến nghị";
const waits = "Chờ cấp trên trả lời lại ở kiến nghị";

/** The reason of a reopening that follows one above. @param code of the matter above */
export const reopenedAbove = (code: string) => `${reopened} ${code}.`;

/** The text of a passing up by which nothing begins above: the same matter is open there again. */
export const waitsAgain = (code: string) => `${waits} ${code}.`;

/** A step as far as its words go. */
type StepWords = Pick<MatterEvent, "act"> & {
  readonly reason?: string | null;
  readonly text?: string | null;
};

/** Whether a step followed from a reopening above; nobody here made it, and nobody here takes it back. */
export function isFromAbove({ act, reason, text }: StepWords): boolean {
  if (act === "reopen") return Boolean(reason?.startsWith(`${reopened} `));
  return act === "forward_up" && Boolean(text?.startsWith(`${waits} `));
}

/** What such a step is called in a history. */
export const stepsFromAbove: Partial<Record<Move, { readonly vi: string; readonly en: string }>> = {
  reopen: { vi: "Cấp trên mở lại", en: "Reopened by the unit above" },
  forward_up: { vi: "Chờ cấp trên trả lời lại", en: "Waiting for the unit above again" },
};
