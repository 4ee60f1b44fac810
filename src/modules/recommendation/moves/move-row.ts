import type { Grant } from "#kernel/permission.ts";
import type { MatterEvent, MatterState } from "../matter.ts";
import type { recommendationProblems } from "../problems.ts";
import type { Ruling, Status } from "../status-transitions.ts";
import type { Word } from "../words.ts";
import type { FormPart } from "./form-part.ts";
import type { ToldMove } from "./told.ts";

/** From where a move leads where. */
export type Transition = {
  readonly from: readonly Status[];
  /** The status afterwards; "same" leaves it as it is. */
  readonly to: Status | "same";
  /** This line only for these rulings. */
  readonly ruling?: readonly Ruling[];
};

/** The day in Việt Nam; whether a unit above has the matter in the system, whose reply comes down by itself. */
export type Circumstances = { readonly today: string; readonly childDecides: boolean };

/** A problem of the module by its name: pages read rows too, and need no sentences of refusals. */
export type Refusal = {
  readonly problem: keyof typeof recommendationProblems;
  readonly field?: string;
  readonly values?: Readonly<Record<string, string | number>>;
};

/** A part of a fact that an act may not go without. */
export type FactPart = "reason" | "text" | "dueOn" | "untilOn" | "reviewOn" | "toText";

/** Everything the register knows of one move. Each part has to be decided on, and so none may be left out. */
export type MoveRow = {
  readonly words: Word;
  readonly may: Grant;
  /** Its lines of the state table. */
  readonly transitions: readonly Transition[];
  /**
   * While the matter is held for review: the move waits; or it is what the reviewer decides; or, brought about elsewhere, it
   * goes on in the history, though nobody here makes it.
   */
  readonly whileHeld: "waits" | "decides" | "from_elsewhere";
  /** Whether it would not be refused whatever is filled in, where the state table allows it. */
  readonly offered: (state: MatterState, circumstances: Circumstances) => boolean;
  /** Kept apart on the page: out of the ordinary. */
  readonly exceptional: boolean;
  /** What else stands against it. */
  readonly refuses: (state: MatterState, event: MatterEvent) => Refusal | null;
  /** What it changes besides the status. */
  readonly changes: (state: MatterState, event: MatterEvent) => Partial<MatterState>;
  /** What its form asks for, besides the matter and the day. */
  readonly form: readonly FormPart[];
  /** What its act does not go without, and a register of the past may lack: the import tells of that. */
  readonly needs: readonly FactPart[];
  /** It is told in other matters, which are locked with it. */
  readonly reachesOthers: boolean;
  /** It may be the last word on what was raised, which then goes down to a unit below. */
  readonly lastWord: "answer" | "rejection" | null;
  /** Who reads its words in the history. */
  readonly wordsFor: "readers" | "insiders" | "reviewers";
  /** Who takes it back: the side that wrote it down; of an agency's step the unit too, in whose name it is; the reviewer; nobody. */
  readonly annulledBy: "its_side" | "the_unit_too" | "reviewer" | "nobody";
  /** What whoever made it hears: a sentence that names the code alone, or one that says more (`src/acts/said/`), or none. */
  readonly heard: ((code: string) => Word) | "in_words_of_its_own" | "made_by_no_act_of_its_own";
  /** Whom it concerns and in what words; or why nobody is told. */
  readonly told: ToldMove | { readonly nobody: string };
};

export const always = () => true;
export const never = () => false;
export const nothing = () => null;
export const unchanged = () => ({});

export const unanswered = ["awaiting_assignment", "in_hand", "scheduled", "blocked"] as const;
export const open = ["awaiting_ruling", ...unanswered, "passed_up"] as const;
export const answered = ["answered", "answered_in_room", "noted", "closed"] as const;
