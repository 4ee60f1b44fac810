import type { Mailer } from "#platform/server/mail.ts";
import type { Word, WordHandlers } from "#platform/server/outbox-worker.ts";
import { MAIL_TOPIC } from "./notify.ts";
import { sendLetter } from "./send-letter.ts";
import { tellOfAnnulment } from "./tell-of-annulment.ts";
import { tellCalledOff, tellChanged, tellInvited, tellQuotas, tellUninvited } from "./tell-of-conference.ts";
import { tellAsked, tellGiven, tellWithdrawn } from "./tell-of-draft.ts";
import { tellDeclined } from "./tell-of-offer.ts";
import { tellOfMove } from "./tell-of-move.ts";

const told: Readonly<Record<string, (word: Word, mail: boolean) => Promise<void>>> = {
  "recommendation.moved": tellOfMove,
  "recommendation.annulled": tellOfAnnulment,
  "conference.invited": tellInvited,
  "conference.quota_changed": tellQuotas,
  "conference.uninvited": tellUninvited,
  "conference.changed": tellChanged,
  "conference.called_off": tellCalledOff,
  "conference.draft_asked": tellAsked,
  "conference.draft_given": tellGiven,
  "conference.draft_withdrawn": tellWithdrawn,
  "identity.offer_declined": tellDeclined,
};

/**
 * Words that nobody is told of, and why. What came in is seen at once by whoever is to rule on it: on their first screen
 * and on the page where it was collected; a word for each would drown the others when a sheet of two hundred is read in.
 */
export const toldToNobody: ReadonlySet<string> = new Set(["recommendation.received"]);

/** What becomes of the words that acts leave in the outbox. Without a mailer nobody gets letters. */
export function wordHandlers(mailer: Mailer | null, origin: string): WordHandlers {
  const telling = Object.entries(told).map(([topic, tell]) => [
    topic,
    { slow: false, handle: (word: Word) => tell(word, mailer !== null) },
  ]);
  const letters = mailer && { slow: true, handle: sending(mailer, origin) };
  return { ...Object.fromEntries(telling), ...(letters && { [MAIL_TOPIC]: letters }) } as WordHandlers;
}

function sending(mailer: Mailer, origin: string): WordHandlers[string]["handle"] {
  return (word) => sendLetter(word, mailer, origin);
}
