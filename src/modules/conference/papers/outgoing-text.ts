import { masked } from "#kernel/masking/masked.ts";
import { withoutNames } from "#kernel/masking/name-in-text.ts";
import { telephonesIn, withoutTelephones } from "#kernel/masking/numbers-in-text.ts";
import type { Naming } from "#modules/recommendation/matter.ts";

/** A text as a paper writes it. */
export type Outgoing = (text: string) => string;

/** The same of a text of the matter with a code. */
export type ToldInPublic = (text: string, matter: string) => string;

/** Whose names stay with the secretariat, the words in which they spoke, and those in which people said how they are reached. */
export type Withheld = {
  readonly names: readonly string[];
  readonly texts: readonly string[];
  readonly said: readonly string[];
};

/**
 * How a paper that is kept inside writes its texts, such as minutes: as they were said, for a record is not altered.
 * Only who did not agree to be named is named in nobody's words, nor found by the numbers in their own; and nobody who
 * reads the paper has to call those who spoke.
 */
export function keptInside({ names, texts, said }: Withheld): Outgoing {
  const theirs = new Set(texts.map((text) => text.trim()));
  const telephones = new Set(said.flatMap(telephonesIn));
  const withoutTheirs = (text: string) =>
    telephones.size === 0 ? text : withoutTelephones(text, telephones);
  return (text) =>
    theirs.has(text.trim()) ? masked(text.trim(), names) : withoutTheirs(withoutNames(text.trim(), names));
}

/**
 * How a paper that is read out to the people writes its texts: in the public version that a person approved, and where
 * there is none in a proposal without names, numbers and addresses.
 */
export function toldInPublic(
  names: readonly string[],
  approved: (text: string, matter: string) => string | undefined,
): ToldInPublic {
  return (text, matter) => approved(text, matter) ?? masked(text.trim(), names);
}

/** How many texts of a paper that is read out stand in approved words, and how many in proposed ones. */
export type Wording = { readonly approved: number; readonly proposed: number };

type Matter = { readonly text: string; readonly rulingText: string | null };
type Turn = {
  readonly naming: Naming;
  readonly speaker: string | null;
  readonly villageName: string | null;
  readonly praiseOnly: boolean;
  readonly summary: string | null;
  readonly matters: readonly Matter[];
  /** Something of the turn is out of sight. */
  readonly untold: boolean;
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
  return turns.map(({ untold, ...turn }) => {
    if (untold) return { position: turn.position, ...nothingTold };
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

const nothingTold = {
  ...({ naming: "anonymous", speaker: null, villageName: null, praiseOnly: false, matters: [] } as const),
  summary: "nội dung được chuyển theo quy định, không ghi trong biên bản này",
};
