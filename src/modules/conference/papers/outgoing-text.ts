import { isLeftOut, masked, toldToOthers } from "#kernel/masking/masked.ts";
import { withoutNames } from "#kernel/masking/name-in-text.ts";
import { telephonesIn, withoutTelephones } from "#kernel/masking/numbers-in-text.ts";
import { italic, paragraph, type Block } from "#modules/document/document-model.ts";
import type { Naming } from "#modules/recommendation/matter.ts";

/** A text as a paper writes it. */
export type Outgoing = (text: string) => string;

/** Whose names stay with the secretariat, the words in which they spoke, and those in which people said how they are reached. */
export type Withheld = {
  readonly names: readonly string[];
  readonly texts: readonly string[];
  readonly said: readonly string[];
};

/**
 * How a paper that names who spoke writes its texts, such as minutes, which those who are there hear read out: who did not agree
 * to be named is named in nobody's words, and what people said stands without the numbers and addresses by which they or others
 * can be found. What the office itself says keeps its own numbers, but not theirs.
 */
export function readInTheRoom({ names, texts, said }: Withheld): Outgoing {
  const theirs = new Set(texts.map((text) => text.trim()));
  const people = new Set(said.map((text) => text.trim()));
  const telephones = new Set(said.flatMap(telephonesIn));
  const withoutTheirs = (text: string) =>
    telephones.size === 0 ? text : withoutTelephones(text, telephones);
  return (text) => {
    const words = text.trim();
    if (theirs.has(words)) return masked(words, names);
    return (people.has(words) ? toldToOthers : withoutTheirs)(withoutNames(words, names));
  };
}

/** What a paper says of what it left out; it does not pass for what was said word by word. */
export function leftOutNote(body: readonly Block[]): Block[] {
  if (!isLeftOut(JSON.stringify(body))) return [];
  return [
    paragraph([
      italic(
        "Ghi chú: chỗ ghi trong dấu [ ] là số điện thoại, số giấy tờ, địa chỉ hoặc tình trạng sức khỏe đã được lược, vì văn bản này " +
          "được đọc trước nhiều người; lời đầy đủ lưu trong sổ theo dõi.",
      ),
    ]),
  ];
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
 * Turns as a paper that goes out tells them: only who agreed to it is named. Of a turn with something out of sight neither
 * who spoke nor what was said as a whole is told; what else was raised in it stands with its ruling.
 */
export function outgoingTurns<M extends Matter>(
  turns: readonly (Turn & { readonly position: number; readonly matters: readonly M[] })[],
  outgoing: Outgoing,
) {
  return turns.map(({ untold, ...turn }) => {
    const { position, naming, speaker, summary } = turn;
    const matters = outgoingMatters(turn.matters, outgoing);
    if (untold) return { position, matters, ...nobodyNamed, summary: routedInWords(matters) };
    return {
      ...turn,
      speaker: naming === "named" ? speaker : null,
      villageName: naming === "anonymous" ? null : turn.villageName,
      summary: summary && outgoing(summary),
      matters,
    };
  });
}

const nobodyNamed = { naming: "anonymous", speaker: null, villageName: null, praiseOnly: false } as const;

function routedInWords(others: readonly unknown[]): string {
  const what = others.length > 0 ? "một phần nội dung" : "nội dung";
  return `${what} được chuyển theo quy định, không ghi trong biên bản này`;
}
