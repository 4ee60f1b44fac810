export { annul } from "./annul.ts";
export { approvedWords, stillApproved, type Approved } from "./approved-words.ts";
export { correctMatter } from "./correct.ts";
export { writeAnswer } from "./write-answer.ts";
export { refuseForeignUnit, villagesSpokenFor } from "./brought-from-elsewhere.ts";
export { refuseLateCollecting } from "./refuse-late-collecting.ts";
export { answerFields, answerIn } from "./answer-input.ts";
export { approveAnswer, draftAnswer, issueAnswer } from "./answer.ts";
export { addField } from "./add-field.ts";
export { assignMany } from "./assign-many.ts";
export { endField } from "./end-field.ts";
export { renameField } from "./rename-field.ts";
export { listFields, readFields, type FieldLine } from "./read-fields.ts";
export { manyCodes, placeOfMany, withEach, type ManyMatters } from "./many-matters.ts";
export { assignmentFacts, assignMatter, type Assignment } from "./assign-matter.ts";
export {
  annulledEventsOf,
  eventsOf,
  insertEvents,
  nextSequence,
  stands,
  type NewEvent,
  type Recording,
} from "./event.store.ts";
export { askExtension, extend, refuseExtension } from "./extension.ts";
export { confirm, reopen } from "./finish.ts";
export {
  listNarrowing,
  narrowingUnits,
  type AskedUnits,
  suggestedUnits,
  type ListNarrowing,
  type NarrowingUnit,
} from "./list-narrowing.ts";
export { findMatter, type MatterReading, type MatterStub } from "./find-matter.ts";
export {
  agenciesOf,
  leadsOf,
  conferencesOf,
  fieldsOn,
  receivingUnits,
  unitsAbove,
  villagesOf,
  villagesToReceive,
  type ConferenceChoice,
  type FieldChoice,
  type UnitChoice,
} from "./form-choices.ts";
export { forwardUp } from "./forward-up.ts";
export { block } from "./hindrance.ts";
export { leanMatters } from "./lean-list.ts";
export { countingTogether, unitsRead, type Together } from "./count-together.ts";
export {
  countMatters,
  linesOfMatters,
  listMatters,
  type Hidden,
  type MatterLine,
  type MatterList,
} from "./list-matters.ts";
export type { MatterSort } from "./matter-order.ts";
export type { CorrectionLine } from "./matter-corrections.ts";
export type { AnnulledLine, EventLine } from "./matter-events.ts";
export { matterFilter, type MatterFilter } from "./matter-filter.ts";
export type { LinkedMatter } from "./matter-links.ts";
export type { RequesterLine } from "./matter-requesters.ts";
export { bookOf } from "./book-of.ts";
export { issuePaper, issueTransferSlip } from "./issue-paper.ts";
export {
  draftMatterPaper,
  personalWordsOf,
  mayWritePapers,
  paperSides,
  papersOfMatter,
  type MatterPapers,
  type PaperSide,
} from "./matter-papers.ts";
export { comesBefore, latestFirst } from "./latest-first.ts";
export { keeperOf, matterPlace, withoutDuties } from "./move-act.ts";
export { moveActs } from "./move-acts.ts";
export { leftBehind, type LeftBehind } from "./left-behind.ts";
export { mendOpenAbove } from "./mend-open-above.ts";
export {
  namesOutOfConference,
  namesWithheldOfConference,
  toldOfConferences,
  toldToAll,
  type ToldOfConference,
} from "./names-of-conference.ts";
export { mergeCandidates } from "./merge-candidates.ts";
export { insertPeriods, replacePeriods } from "./period.store.ts";
export { receive } from "./receive.ts";
export { recordEvent } from "./record-event.ts";
export {
  insertMatters,
  matterById,
  matterForChange,
  matterForChangeById,
  nextCodes,
  raiseVersion,
  type Matter,
  type NewMatter,
} from "./recommendation.store.ts";
export { rule } from "./rule.ts";
export { rulingOf } from "./ruling-of.ts";
export { takeIn, type CameIn } from "./take-in.ts";
export { similarMatters, type SimilarMatter } from "./similar-matters.ts";
export { outgoingWords, type OutgoingWords, type PersonalWords } from "./outgoing-words.ts";
export { toldKeys } from "./told-keys.ts";
export { namesWithheldFrom, toldWithout, wordsWithout } from "./told-without.ts";
export {
  beginningOf,
  hiddenBecause,
  keeperOfMatter,
  namesWithheld,
  namesWithheldIn,
  outOfSight,
  presentMatters,
  readableIn,
  wordsShownIn,
  villageOfMatter,
  villagesOfMatter,
} from "./visibility.ts";
export { finishDuty } from "./finish-duty.ts";
export { allowOwnApproval, ownApprovalAllowed } from "./own-approval.ts";
export { takeOverReply } from "./take-over-reply.ts";
export {
  belongedThen,
  belongsNow,
  noTakenBack,
  noThatStands,
  spokeForVillage,
  unsettled,
} from "./unsettled.ts";
export { verifyMatters, type MatterAstray } from "./verify-matters.ts";
export { wordsToCorrect, type WordsToCorrect } from "./words-to-correct.ts";
export { takenTogether, type NotTaken, type TakenTogether } from "./taken-together.ts";
export { mayOnMatter } from "./may-put-right.ts";
