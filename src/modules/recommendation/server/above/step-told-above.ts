import type { Words } from "#modules/deadline/explain.ts";
import { moveRows } from "../../moves/move-rows.ts";
import type { Move } from "../../status-transitions.ts";

/** The step that stands in the way below, as the unit above is told it: not that a matter was held there for review. */
export function stepToldAbove(move: Move): Words {
  const { wordsFor, words } = moveRows[move];
  return wordsFor === "reviewers" ? { vi: "bước tiếp theo", en: "a further step" } : words;
}
