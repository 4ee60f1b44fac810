import { masked } from "#modules/conclusion/masked.ts";
import type { Naming } from "#modules/recommendation/matter.ts";

/** A text as it goes out: without numbers, addresses and the names of those who did not agree to be named. */
export type Outgoing = (text: string) => string;

/** How the texts of a paper are written, knowing whose names stay with the secretariat. */
export function outgoingWithout(names: readonly string[]): Outgoing {
  return (text) => masked(text.trim(), names);
}

type Matter = { readonly text: string; readonly rulingText: string | null };
type Turn = {
  readonly naming: Naming;
  readonly speaker: string | null;
  readonly villageName: string | null;
  readonly praiseOnly: boolean;
  readonly summary: string | null;
  readonly matters: readonly Matter[];
  /** Matters of the turn that are out of sight. */
  readonly hidden: number;
};

/** Matters in words that may go out. */
export function outgoingMatters<M extends Matter>(matters: readonly M[], outgoing: Outgoing): M[] {
  return matters.map((matter) => ({
    ...matter,
    text: outgoing(matter.text),
    rulingText: matter.rulingText && outgoing(matter.rulingText),
  }));
}

/**
 * Turns as a paper that goes out tells them: only who agreed to it is named, and of a turn with something out of sight
 * nothing is told but that it was there.
 */
export function outgoingTurns<M extends Matter>(
  turns: readonly (Turn & { readonly position: number; readonly matters: readonly M[] })[],
  outgoing: Outgoing,
) {
  return turns.map(({ hidden, ...turn }) => {
    if (hidden > 0) return { position: turn.position, ...untold };
    const { naming, speaker, summary, matters } = turn;
    return {
      ...turn,
      speaker: naming === "named" ? speaker : null,
      villageName: naming === "anonymous" ? null : turn.villageName,
      summary: summary && outgoing(summary),
      matters: outgoingMatters(matters, outgoing),
    };
  });
}

const untold = {
  ...({ naming: "anonymous", speaker: null, villageName: null, praiseOnly: false, matters: [] } as const),
  summary: "nội dung được chuyển theo quy định, không ghi trong biên bản này",
};
