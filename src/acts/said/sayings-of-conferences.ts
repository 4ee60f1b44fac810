import { dayAsRead } from "#kernel/day-as-read.ts";
import * as ballot from "#modules/ballot/server/index.ts";
import { steps } from "#modules/conference/steps/legal-bases.ts";
import * as conference from "#modules/conference/server/index.ts";
import { paperKindWord } from "#modules/document/paper-kinds.ts";
import * as notification from "#modules/notification/server/index.ts";
import { listed } from "./called.store.ts";
import { say } from "./said.ts";
import { saying, withinSentence, type Saying } from "./saying.ts";

const stepCalled = (code: string) => withinSentence(steps.find((step) => step.code === code)!.title);

const paperCalled = (kind: Parameters<typeof paperKindWord>[0]) =>
  withinSentence({ vi: paperKindWord(kind, "vi"), en: paperKindWord(kind, "en") });

export const sayingsOfConferences: readonly Saying[] = [
  saying(conference.recordConference, async ({ output, called }) =>
    say("conference_record", await called.conference(output.id)),
  ),
  saying(conference.correctConference, async ({ output, called }) =>
    say("conference_correct", await called.conference(output.id)),
  ),
  saying(conference.prepareConference, async ({ output, called }) =>
    say("conference_prepare", await called.conference(output.id)),
  ),
  saying(conference.openConference, async ({ output, called }) =>
    say("conference_open", await called.conference(output.id)),
  ),
  saying(conference.callOffConference, async ({ output, called }) =>
    say("conference_call_off", await called.conference(output.id)),
  ),
  saying(conference.countAttendance, async ({ input, output, called }) =>
    say("conference_count", { count: input.attendances, ...(await called.conference(output.id)) }),
  ),
  saying(conference.doStep, ({ input }) => say("step_do", { step: stepCalled(input.step) })),
  saying(conference.undoStep, ({ input }) => say("step_undo", { step: stepCalled(input.step) })),
  saying(conference.invite, async ({ input: { guests }, output, called }) => {
    const units = guests.flatMap(({ unit }) => unit ?? []);
    const named = guests.flatMap(({ unit, name }) => (unit ? [] : (name ?? [])));
    const { day } = await called.conference(output.id);
    const known = [units.length > 0 && (await called.units(units)), named.length > 0 && listed(named)];
    return say("invite", { names: known.filter(Boolean).join(", "), day });
  }),
  saying(conference.changeQuotas, async ({ output, called }) =>
    say("quotas", { count: output.changed, ...(await called.conference(output.id)) }),
  ),
  saying(conference.withdrawInvitation, async ({ input, called }) =>
    say("invitation_withdraw", await called.invitation(input.invitation)),
  ),
  saying(conference.answerInvitation, async ({ input, called }) => {
    const invitation = await called.invitation(input.invitation);
    return input.answer === "accepted"
      ? say("invitation_accept", { ...invitation, count: input.delegates.length })
      : say("invitation_decline", invitation);
  }),
  saying(notification.remindInvited, async ({ output, called }) =>
    say("invited_remind", { count: output.reminded, ...(await called.conference(output.id)) }),
  ),
  saying(conference.checkIn, ({ output: { name, again } }) =>
    again ? say("check_in_again", { name }) : say("check_in", { name }),
  ),
  saying(conference.importCollected, async ({ output, called }) =>
    say("collected_import", { count: output.count, ...(await called.conference(output.id)) }),
  ),
  saying(conference.askDraft, async ({ input, called }) =>
    say("ask_draft", {
      code: input.recommendation,
      unit: await called.unit(input.agency),
      due: dayAsRead(input.due),
    }),
  ),
  saying(conference.giveDraft, async ({ output, called }) => {
    const { code } = await called.draftRequest(output.id);
    return say("draft_give", { code });
  }),
  saying(conference.withdrawDraftRequest, async ({ input, called }) =>
    say("draft_withdraw", await called.draftRequest(input.request)),
  ),
  saying(conference.setAgenda, async ({ input, output, called }) =>
    say("agenda", { count: input.items.length, ...(await called.conference(output.id)) }),
  ),
  saying(conference.issuePaper, async ({ output, called }) =>
    say("conference_paper", {
      paper: paperCalled(output.kind),
      symbol: output.symbol,
      ...(await called.conference(output.conference)),
    }),
  ),
  saying(conference.recordTurn, ({ output: { position } }) => say("turn_record", { position })),
  saying(conference.correctTurn, async ({ input, output, called }) =>
    say("turn_correct", { position: input.position, ...(await called.conference(output.conference)) }),
  ),
  saying(ballot.recordBallot, async ({ input, called }) =>
    say("ballot_record", { ...counted(input), ...(await called.conference(input.conference)) }),
  ),
  saying(ballot.correctBallot, async ({ input, called }) =>
    say("ballot_correct", { ...counted(input), ...(await called.conference(input.conference)) }),
  ),
];

const counted = (count: { valid: number; very_satisfied: number; satisfied: number }) => ({
  valid: count.valid,
  satisfied: count.very_satisfied + count.satisfied,
});
