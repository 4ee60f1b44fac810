import { dayAsRead } from "#kernel/day-as-read.ts";

/** A sentence in both languages, without its full stop. */
type Words = { readonly vi: string; readonly en: string };

/**
 * Whose people: of the agency that leads, of those that coordinate, of the matter's unit, of its village; of the unit above to
 * which it was passed; of the agency that leads the other matter into which it was merged.
 */
export type Side = "lead" | "coordinators" | "unit" | "village" | "above" | "other";

/** Those who are told, by name; in which capacities they are is said where people are told (notification). */
export type AudienceName =
  | "lead_agency"
  | "coordinating"
  | "office"
  | "chair_and_office"
  | "leaders_and_office"
  | "front"
  | "reviewers"
  | "village_head"
  | "office_above"
  | "lead_of_the_other";

/** What a sentence about a move may name. Never the text of a matter: that may have to be put out of sight. */
export type ToldDetails = {
  readonly code: string;
  /** As whose person they are told. */
  readonly side: Side;
  /** The leading agency by its name at that time. */
  readonly agency?: string;
  readonly due?: string;
  /** Another that the move names: the unit above, the agency whose part is done, the code of the matter that goes on. */
  readonly other?: string;
  /** The unit that passed it upward, told to the one above. */
  readonly from?: string;
  /** Set where it waits for an answer again, because the unit above reopened it. */
  readonly again?: true;
  /** Set where it is the Front's finding, and nobody else's word. */
  readonly finding?: true;
  /** Why more time is asked for, granted or refused, or a step annulled; an office's words, not a citizen's. */
  readonly reason?: string;
};

export type Sentence = (details: ToldDetails) => Words;

/** Whom a move is told, and in what words. Words of citizens are in none: they may have to be put out of sight. */
export type ToldMove = {
  readonly to: readonly AudienceName[];
  readonly say: Sentence;
  /** Told only then. */
  readonly when?: (fact: { readonly satisfied: boolean | null; readonly reason: string | null }) => boolean;
  /** Whom instead where the step followed from a reopening above: what is reopened there is told below by one step. */
  readonly toFromAbove?: readonly AudienceName[];
  /** Its reason is told with it. */
  readonly withReason?: true;
  /** Told although it puts the matter out of sight, with nothing but its code. */
  readonly byCodeAlone?: true;
};

export const theWork = ["lead_agency", "coordinating"] as const satisfies readonly AudienceName[];

export const viDue = ({ due }: ToldDetails) => (due ? `, hạn ${dayAsRead(due)}` : "");
export const enDue = ({ due }: ToldDetails) => (due ? `, due ${dayAsRead(due)}` : "");
export const viReason = ({ reason }: ToldDetails) => (reason ? `. Lý do: ${reason}` : "");
export const enReason = ({ reason }: ToldDetails) => (reason ? `. Reason: ${reason}` : "");
export const viAgency = ({ agency }: ToldDetails) => agency ?? "Cơ quan chủ trì";
export const enAgency = ({ agency }: ToldDetails) => agency ?? "The leading agency";

/** The same to everybody: what became of a matter named by its code. */
// @__NO_SIDE_EFFECTS__
export const ofTheMatter =
  (vi: string, en: string): Sentence =>
  ({ code }) => ({ vi: `Kiến nghị ${code} ${vi}`, en: `${code} ${en}` });

export const assignedSentence: Sentence = (details) =>
  details.side === "coordinators"
    ? {
        vi: `Được giao phối hợp kiến nghị ${details.code}${viDue(details)}`,
        en: `Assigned to help with ${details.code}${enDue(details)}`,
      }
    : {
        vi: `Được giao chủ trì kiến nghị ${details.code}${viDue(details)}`,
        en: `Assigned to lead ${details.code}${enDue(details)}`,
      };

export const answeredSentence: Sentence = ({ side, code }) =>
  side === "village"
    ? {
        vi: `Kiến nghị ${code} đã có trả lời; xin báo lại cho bà con`,
        en: `${code} has been answered; please tell the people of the village`,
      }
    : { vi: `Kiến nghị ${code} đã có văn bản trả lời`, en: `${code} has been answered` };
