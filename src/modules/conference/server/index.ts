export { answerInvitation } from "./answer-invitation.ts";
export { chairsInPost, type ChairInPost } from "./chairs-in-post.ts";
export { checkIn } from "./check-in.ts";
export { faultsOfCollected, importCollected } from "./import-collected.ts";
export { readCollected, type CollectedField } from "./read-collected.ts";
export { askDraft } from "./ask-draft.ts";
export {
  askedAgencies,
  invitedUnits,
  owedDrafts,
  toldConference,
  toldDraft,
  type InvitedUnit,
  type ToldConference,
  type ToldDraft,
} from "./read-told.ts";
export { giveDraft, withdrawDraftRequest } from "./give-draft.ts";
export {
  draftRequestsOf,
  draftRequestsToMe,
  draftsGivenAt,
  draftsGivenOn,
  type DraftRequestLine,
  type GivenDraft,
} from "./read-draft-requests.ts";
export { lastTime, type LastMatter, type LastTime } from "./last-time.ts";
export { readAgendaItems, type AgendaItem } from "./read-agenda-items.ts";
export { setAgenda } from "./set-agenda.ts";
export { invite } from "./invite.ts";
export { changeQuotas } from "./change-quotas.ts";
export { withdrawInvitation } from "./withdraw-invitation.ts";
export {
  invitableUnits,
  readAttendance,
  readInvitations,
  type Invitable,
  type InvitationLine,
} from "./read-invitations.ts";
export {
  conferencesAwaitingAnswers,
  countUnanswered,
  unansweredInvitations,
  type Contact,
  type Unanswered,
} from "./read-unanswered.ts";
export { callOffConference } from "./call-off-conference.ts";
export { correctConference } from "./correct-conference.ts";
export { conferencesAfter, type ConferenceHead, type ConferencesAsked } from "./conferences-after.ts";
export { correctTurn } from "./correct-turn.ts";
export { findTurn, type EarlierTurn, type TurnReading, type TurnWords } from "./find-turn.ts";
export { conferenceForChange, insertChairs } from "./conference.store.ts";
export type { Agenda, AgendaMatter, AgendaTurn } from "./agenda.ts";
export { doStep } from "./do-step.ts";
export { undoStep } from "./undo-step.ts";
export { markStepDone, stepsDoneOf } from "./step.store.ts";
export { readChecklist, type ChecklistStep } from "./read-checklist.ts";
export { readAgendaPage, type AgendaPage } from "./agenda-page.ts";
export {
  findConference,
  findConferenceWithAgenda,
  type ConferenceCounts,
  type ConferenceReading,
} from "./find-conference.ts";
export {
  conferenceYears,
  CONFERENCES_A_PAGE,
  listConferences,
  type ConferenceFilter,
  type ConferenceLine,
  type ConferencePage,
} from "./list-conferences.ts";
export { openConference } from "./open-conference.ts";
export { plannedConference, type PlannedConference } from "./planned.ts";
export { prepareConference } from "./prepare-conference.ts";
export { mayReadConference, readableConference } from "./readable-conferences.ts";
export { recordConference } from "./record-conference.ts";
export { recordingChoices, type RecordingChoices } from "./recording-choices.ts";
export { countAttendance } from "./count-attendance.ts";
export { basesOffered } from "./bases-offered.ts";
export { wordlessAnswers, type WordlessAnswer } from "./wordless-answers.ts";
export { readRoomHead, readRoomTurns, type RoomHead, type RoomTurns } from "./read-room.ts";
export { recordTurn } from "./record-turn.ts";
export { issuePaper } from "./issue-paper.ts";
export {
  listPapers,
  readPaper,
  sheetsOf,
  sidesOf,
  type IssuedHere,
  type PaperLine,
  type PaperReading,
} from "./read-papers.ts";
export { conferenceReadings } from "./readings.ts";
