import type { SheetCell } from "#kernel/sheet-cell.ts";
import { m } from "#paraglide/messages.js";
import type { InvitationLine } from "../../server/index.ts";

/** How wide each column is, in characters. */
const widths = [44, 12, 12, 20, 14, 70, 12, 40];

/** The invitations of a conference as a sheet: its heads, and the cells of a line, in the language of the page. */
export function invitationSheet() {
  const answers = { accepted: m.invitation_will_come(), declined: m.invitation_will_not_come() };
  const unanswered = m.invitation_unanswered();
  const heads = [
    m.invitation_guest(),
    m.invitation_quota(),
    m.invitation_named(),
    m.invitation_answer(),
    m.invitation_answered_on(),
    m.invitation_delegates(),
    m.invitation_came(),
    m.invitation_note(),
  ];
  const cells = ({ name, quota, answer, answeredOn, delegates, note }: InvitationLine): SheetCell[] => [
    name,
    quota,
    delegates.length,
    answer ? answers[answer] : unanswered,
    answeredOn === null ? null : { day: answeredOn },
    delegates.map((one) => [one.name, one.title].filter(Boolean).join(", ")).join("\n"),
    delegates.filter(({ present }) => present).length,
    note,
  ];
  return { name: m.conference_tab_invitations(), heads, widths, cells };
}
