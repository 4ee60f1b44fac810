import type { MatterEvent } from "./matter.ts";

// What the unit above brought about below is known again by its words, also in a register that was brought in from elsewhere.

const reopened = "Cấp trên mở lại ở kiến nghị";
const waits = "Chờ cấp trên trả lời lại ở kiến nghị";

/** The reason of a reopening that follows one above. @param code of the matter above */
export const reopenedAbove = (code: string) => `${reopened} ${code}.`;

/** The text of a passing up by which nothing begins above: the same matter is open there again. */
export const waitsAgain = (code: string) => `${waits} ${code}.`;

/** Whether a step followed from a reopening above; nobody here made it, and nobody here takes it back. */
export function isFromAbove({ act, reason, text }: Pick<MatterEvent, "act" | "reason" | "text">): boolean {
  if (act === "reopen") return Boolean(reason?.startsWith(`${reopened} `));
  return act === "forward_up" && Boolean(text?.startsWith(`${waits} `));
}
