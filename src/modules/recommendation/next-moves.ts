import { lastFact } from "./by-day.ts";
import { leavesTheProcess, type MatterState } from "./matter.ts";
import type { Move, Ruling } from "./status-transitions.ts";

/**
 * What the work waits for now, the likeliest first; nothing where it waits for nobody here: passed upward it waits
 * for the unit above, merged or routed out it goes on elsewhere. `ruled` is the last ruling on it; a complaint or a
 * denunciation that is held goes where the law wants it, anything else that was held comes back.
 */
export function nextMoves(state: MatterState, ruled: Ruling | null, kind: string): readonly Move[] {
  if (state.held) return leavesTheProcess(kind) ? ["route_out", "release"] : ["release"];
  switch (state.status) {
    case "awaiting_ruling":
      return ["rule"];
    case "awaiting_assignment":
      return ruled === "beyond_competence" ? ["forward_up", "assign"] : ["assign"];
    case "in_hand":
    case "scheduled":
    case "blocked":
      return answering(state);
    case "passed_up":
      return ["reply_from_above"];
    case "answered":
    case "answered_in_room":
    case "noted":
      return judged(state, ["confirm", "close"], ["close"]);
    case "closed":
      return state.unsettled ? ["reopen", "close"] : judged(state, ["confirm"], []);
    default:
      return [];
  }
}

/** An answer that is on its way goes before the word on more time for it. */
function answering({ draft, extensionAsked }: MatterState): readonly Move[] {
  const extend: readonly Move[] = extensionAsked ? ["extend"] : [];
  if (draft === "approved") return ["answer", ...extend];
  return draft === "drafted" ? ["approve_answer", ...extend] : [...extend, "draft_answer"];
}

/** Whoever is not satisfied is heard again; until somebody has said, the word of the people is asked for. */
function judged(
  { satisfied }: MatterState,
  unasked: readonly Move[],
  content: readonly Move[],
): readonly Move[] {
  if (satisfied === null) return unasked;
  return satisfied ? content : ["reopen", ...content];
}

/** What was ruled last, after which the matter went its way; null where nothing was ruled. */
type Fact = { readonly act: string; readonly on: string; readonly ruling?: Ruling | null };

export function lastRuling(events: readonly Fact[]) {
  return lastFact(events, ({ act }) => act === "rule")?.ruling ?? null;
}
