import { masked } from "#modules/conclusion/masked.ts";

/** A text as it goes out: without numbers, addresses and the names of those who did not agree to be named. */
export type Outgoing = (text: string) => string;

/** How the texts of a paper are written, knowing whose names stay with the secretariat. */
export function outgoingWithout(names: readonly string[]): Outgoing {
  return (text) => masked(text.trim(), names);
}

/** Of a turn with something out of sight nothing is told but that it was there. */
export function toldTurns<Turn extends { readonly hidden: number }>(turns: readonly Turn[]) {
  return turns.map((turn) => (turn.hidden > 0 ? { ...turn, ...untold } : turn));
}

const untold = {
  ...({ naming: "anonymous", speaker: null, villageName: null, praiseOnly: false, matters: [] } as const),
  summary: "nội dung được chuyển theo quy định, không ghi trong biên bản này",
};
