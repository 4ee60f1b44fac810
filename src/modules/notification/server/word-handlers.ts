import type { Mailer } from "#platform/server/mail.ts";
import type { WordHandlers } from "#platform/server/outbox-worker.ts";
import { MAIL_TOPIC } from "./notify.ts";
import { sendLetter } from "./send-letter.ts";
import { tellOfMove } from "./tell-of-move.ts";

/** What becomes of the words that acts leave in the outbox. Without a mailer nobody gets letters. */
export function wordHandlers(mailer: Mailer | null, origin: string): WordHandlers {
  const letters = mailer && { slow: true, handle: sending(mailer, origin) };
  return {
    "recommendation.moved": { slow: false, handle: (word) => tellOfMove(word, mailer !== null) },
    ...(letters && { [MAIL_TOPIC]: letters }),
  };
}

function sending(mailer: Mailer, origin: string): WordHandlers[string]["handle"] {
  return (word) => sendLetter(word, mailer, origin);
}
