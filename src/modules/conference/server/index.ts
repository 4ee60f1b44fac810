export { answerInvitation } from "./invitations/answer-invitation.ts";
export { chairsInPost, type ChairInPost } from "./life/chairs-in-post.ts";
export { checkIn } from "./invitations/check-in.ts";
export { faultsOfCollected, importCollected } from "./collected/import-collected.ts";
export { readCollected, type CollectedField } from "./collected/read-collected.ts";
export { askDraft } from "./drafts/ask-draft.ts";
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
export { giveDraft, withdrawDraftRequest } from "./drafts/give-draft.ts";
export {
  draftRequestsOf,
  draftRequestsToMe,
  draftsGivenAt,
  draftsGivenOn,
  type DraftRequestLine,
  type GivenDraft,
} from "./drafts/read-draft-requests.ts";
export { lastTime, type LastMatter, type LastTime } from "./agenda/last-time.ts";
export { readAgendaItems, type AgendaItem } from "./agenda/read-agenda-items.ts";
export { setAgenda } from "./agenda/set-agenda.ts";
export { invite } from "./invitations/invite.ts";
export { changeQuotas } from "./invitations/change-quotas.ts";
export { withdrawInvitation } from "./invitations/withdraw-invitation.ts";
export {
  invitableUnits,
  readAttendance,
  readInvitations,
  type Invitable,
  type InvitationLine,
} from "./invitations/read-invitations.ts";
export { invitationsToMe, type InvitationToMe } from "./invitations/invitations-to-me.ts";
export {
  conferencesAwaitingAnswers,
  countUnanswered,
  unansweredInvitations,
  type Contact,
  type Unanswered,
} from "./invitations/read-unanswered.ts";
export { conferenceInSight } from "./life/conference-in-sight.ts";
export { callOffConference } from "./life/call-off-conference.ts";
export { correctConference } from "./life/correct-conference.ts";
export { conferencesAfter, type ConferenceHead, type ConferencesAsked } from "./life/conferences-after.ts";
export { correctTurn } from "./room/correct-turn.ts";
export { findTurn, type EarlierTurn, type TurnReading, type TurnWords } from "./room/find-turn.ts";
export { conferenceForChange, insertChairs } from "./life/conference.store.ts";
export type { Agenda, AgendaMatter, AgendaTurn } from "./agenda/agenda.ts";
export { doStep } from "./steps/do-step.ts";
export { undoStep } from "./steps/undo-step.ts";
export { markStepDone, stepsDoneOf } from "./steps/step.store.ts";
export { readChecklist, type ChecklistStep } from "./steps/read-checklist.ts";
export { readAgendaPage, type AgendaPage } from "./agenda/agenda-page.ts";
export {
  findConference,
  findConferenceWithAgenda,
  type ConferenceCounts,
  type ConferenceReading,
} from "./life/find-conference.ts";
export {
  conferenceYears,
  CONFERENCES_A_PAGE,
  latestConferences,
  listConferences,
  type ConferenceFilter,
  type ConferenceLine,
  type ConferencePage,
} from "./life/list-conferences.ts";
export { openConference } from "./life/open-conference.ts";
export { plannedToPrepare, type PlannedConference } from "./life/planned.ts";
export { prepareConference } from "./life/prepare-conference.ts";
export { mayReadConference, readableConference } from "./life/readable-conferences.ts";
export { recordConference } from "./life/record-conference.ts";
export { recordingChoices, type RecordingChoices } from "./room/recording-choices.ts";
export { countAttendance } from "./room/count-attendance.ts";
export { basesOffered } from "./steps/bases-offered.ts";
export { wordlessAnswers, type WordlessAnswer } from "./room/wordless-answers.ts";
export { readRoomHead, readRoomTurns, type RoomHead, type RoomTurns } from "./room/read-room.ts";
export { recordTurn } from "./room/record-turn.ts";
export { issuePaper } from "./papers/issue-paper.ts";
export {
  listPapers,
  readPaper,
  sheetsOf,
  sidesOf,
  type IssuedHere,
  type PaperLine,
  type PaperReading,
} from "./papers/read-papers.ts";
export {
  collectedReadings,
  conferenceReadings,
  draftReadings,
  paperReadings,
  roomReadings,
} from "./readings.ts";
export { conferenceAsked, mayThere, ofConference } from "./conference-asked.ts";
