import { m } from "#paraglide/messages.js";
import { formatDate } from "#ui/date-text.ts";
import type { TagKind } from "#ui/tag.ts";
import type { InvitationLine } from "../../server/index.ts";

type Answered = Pick<InvitationLine, "answer" | "answeredOn">;

/** What was answered to an invitation, and on which day. */
export function answerTag({ answer, answeredOn }: Answered): { kind: TagKind; label: string } {
  const day = answeredOn ? formatDate(answeredOn) : "";
  if (answer === "accepted") return { kind: "success", label: m.invitation_accepted({ day }) };
  if (answer === "declined") return { kind: "ended", label: m.invitation_declined({ day }) };
  return { kind: "waiting", label: m.invitation_unanswered() };
}
