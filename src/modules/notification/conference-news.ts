import type { Form } from "#modules/conference/conference.ts";
import type { ReminderKind } from "./reminder-today.ts";

type WhenAndWhere = {
  readonly heldOn: string;
  readonly startsAt: string | null;
  readonly place: string | null;
};

/** What is kept of a word about a conference, to those who are invited or prepare something for it. */
export type ConferenceDetails = WhenAndWhere & {
  /** Id of the conference. */
  readonly conference: string;
  /** The unit that holds it, by its name on the day. */
  readonly unitName: string;
  readonly form: Form;
  readonly news:
    "invited" | "quota_changed" | "uninvited" | "changed" | "called_off" | "answer_awaited" | "unanswered";
  /** Id of one's own invitation, and for how many it is. */
  readonly invitation?: string;
  readonly quota?: number;
  readonly quotaBefore?: number;
  /** When and where it was to be, where that changed. */
  readonly before?: WhenAndWhere;
  /** Calendar days to the conference when the word was given. */
  readonly days?: number;
  /** Who asked after an answer, where somebody did; else the reminder came by itself. */
  readonly remindedBy?: string;
  /** To the office: how many invitations nobody has answered, and how many of them have to be asked by telephone. */
  readonly unanswered?: number;
  readonly toPhone?: number;
  /** Why it is not held; the office's words. */
  readonly reason?: string;
};

/** What is kept of a word about a draft answer that was asked of an agency before a conference. */
export type DraftDetails = {
  readonly code: string;
  /** Told to the agency that was asked, or to the unit that asked. */
  readonly side: "lead" | "unit";
  readonly draft: "asked" | "withdrawn" | "given" | "given_again" | "reminder";
  /** Ids of the request and of its conference. */
  readonly request: string;
  readonly conference: string;
  readonly conferenceOn: string;
  readonly agency: string;
  readonly due: string;
  readonly reminder?: ReminderKind;
  /** Calendar days to the date when the word was given; negative once it has passed. */
  readonly days?: number;
  /** Set where the unit is told because the agency has nobody who could be. */
  readonly unmanned?: true;
};

/** Where a word about a conference leads, for the office to all who have not answered; nowhere once one is invited no longer: the page may be closed by then. */
export function conferenceHref({ conference, invitation, news }: ConferenceDetails): string | null {
  if (news === "uninvited") return null;
  if (news === "unanswered") return `/conferences/${conference}/invitations`;
  return invitation ? `/conferences/${conference}/invitations/${invitation}` : `/conferences/${conference}`;
}

/** The agency writes its draft, the office reads it; nowhere once it is asked no longer. */
export function draftHref({ draft, side, request, conference }: DraftDetails): string | null {
  if (draft === "withdrawn") return null;
  return side === "unit" ? `/conferences/${conference}/collected` : `/conferences/drafts/${request}`;
}
