import type { MatterEvent, MatterState } from "./matter.ts";

// What the people say of an answer, each for themselves: the no of one stands until the same one says yes, or something
// happened after it. The Front speaks with one voice. Who does not belong to the matter any more, because a merge was undone
// or theirs went out of sight, is not heard: what they said stays in the history and decides nothing.

type Word = Pick<MatterEvent, "confirmedBy" | "raisedIn" | "former" | "satisfied">;
type Judged = Pick<MatterState, "satisfied" | "saidNo" | "unsettledBy" | "unsettled">;

/** Nobody has judged what was answered, or what was judged is answered no more. */
export const unjudged: Judged = { satisfied: null, saidNo: [], unsettledBy: [], unsettled: false };

/** After somebody's word: those whose last word is no, and those of them whose no nothing has followed. */
export function judged(state: Judged, word: Word): Judged {
  const saidNo = spoken(state.saidNo, word);
  const unsettledBy = spoken(state.unsettledBy, word);
  const heard = speakersOf(word).some(isHeard);
  return {
    satisfied: heard ? !saidNo.some(isHeard) : state.satisfied,
    saidNo,
    unsettledBy,
    unsettled: unsettledBy.some(isHeard),
  };
}

/** A closing that says why is the answer to every no before it; the people's last word stays what it was. */
export const closedWithReason = { unsettledBy: [], unsettled: false } as const;

/** Whose no stands, as it is said to those who would pass over it. */
export function noInWords({ unsettledBy }: Pick<Judged, "unsettledBy">): { who: string; who_en: string } {
  const noes = unsettledBy.filter(isHeard).map((speaker) => speaker.startsWith("front "));
  if (!noes.includes(true)) return { who: "Bà con", who_en: "the people" };
  return noes.includes(false)
    ? { who: "Bà con và Mặt trận", who_en: "the people and the Front" }
    : { who: "Mặt trận", who_en: "the Front" };
}

function spoken(noes: readonly string[], word: Word): string[] {
  const speakers = speakersOf(word);
  const others = noes.filter((one) => !speakers.includes(one));
  return word.satisfied ? others : [...others, ...speakers];
}

const formerly = "former ";
const isHeard = (speaker: string) => !speaker.startsWith(formerly);

/** Those who spoke: the people, or the village, of each matter that was named; or the Front. */
function speakersOf({ confirmedBy, raisedIn, former }: Word): string[] {
  const named = confirmedBy !== "front" && raisedIn && raisedIn.length > 0;
  return (named ? raisedIn : [""]).map(
    (matter) => `${former?.includes(matter) ? formerly : ""}${confirmedBy} ${matter}`,
  );
}
