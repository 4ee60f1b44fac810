import type { MatterEvent, MatterState } from "./matter.ts";

// What the people say of an answer, each for themselves: the no of one stands until the same one says yes, or something
// happened after it. The Front speaks with one voice.

type Word = Pick<MatterEvent, "confirmedBy" | "raisedIn" | "satisfied">;
type Judged = Pick<MatterState, "satisfied" | "saidNo" | "unsettledBy" | "unsettled">;

/** Nobody has judged what was answered, or what was judged is answered no more. */
export const unjudged: Judged = { satisfied: null, saidNo: [], unsettledBy: [], unsettled: false };

/** After somebody's word: those whose last word is no, and those of them whose no nothing has followed. */
export function judged(state: Judged, word: Word): Judged {
  const saidNo = spoken(state.saidNo, word);
  const unsettledBy = spoken(state.unsettledBy, word);
  return { satisfied: saidNo.length === 0, saidNo, unsettledBy, unsettled: unsettledBy.length > 0 };
}

/** A closing that says why is the answer to every no before it; the people's last word stays what it was. */
export const closedWithReason = { unsettledBy: [], unsettled: false } as const;

function spoken(noes: readonly string[], word: Word): string[] {
  const speakers = speakersOf(word);
  const others = noes.filter((one) => !speakers.includes(one));
  return word.satisfied ? others : [...others, ...speakers];
}

/** Those who spoke: the people, or the village, of each matter that was named; or the Front. */
function speakersOf({ confirmedBy, raisedIn }: Word): string[] {
  const named = confirmedBy !== "front" && raisedIn && raisedIn.length > 0;
  return (named ? raisedIn : [""]).map((matter) => `${confirmedBy} ${matter}`);
}
