import type { Words } from "#modules/deadline/explain.ts";
import type { Move } from "../status-transitions.ts";
import { moveWords } from "../words.ts";

const ofTheReview: ReadonlySet<Move> = new Set(["hold", "release", "route_out"]);

/** The step that stands in the way below, as the unit above is told it: not that a matter was held there for review. */
export function stepToldAbove(move: Move): Words {
  return ofTheReview.has(move) ? { vi: "bước tiếp theo", en: "a further step" } : moveWords[move];
}
