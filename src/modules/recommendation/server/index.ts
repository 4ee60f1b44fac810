export { annul } from "./corrections/annul.ts";
export { approvedWords, stillApproved } from "./sight/approved-words.ts";
export { correctMatter } from "./corrections/correct.ts";
export { writeAnswer } from "./moves/write-answer.ts";
export { refuseForeignUnit, villagesSpokenFor } from "./receipt/brought-from-elsewhere.ts";
export { refuseLateCollecting } from "./receipt/refuse-late-collecting.ts";
export { answerFields, answerIn } from "./moves/answer-input.ts";
export { approveAnswer, draftAnswer, issueAnswer } from "./moves/answer.ts";
export { addField } from "./fields/add-field.ts";
export { assignMany } from "./many/assign-many.ts";
export { endField } from "./fields/end-field.ts";
export { renameField } from "./fields/rename-field.ts";
export { listFields, readFields, type FieldLine } from "./fields/read-fields.ts";
export { manyCodes, placeOfMany, withEach, type ManyMatters } from "./many/many-matters.ts";
export { assignmentFacts, assignMatter, type Assignment } from "./moves/assign-matter.ts";
export {
  annulledEventsOf,
  eventsOf,
  insertEvents,
  nextSequence,
  stands,
  type NewEvent,
  type Recording,
} from "./matter/event.store.ts";
export { askExtension, extend, refuseExtension } from "./moves/extension.ts";
export { confirm, reopen } from "./moves/finish.ts";
export { type ListNarrowing, type NarrowingUnit } from "./list/list-narrowing.ts";
export { findMatter, type MatterReading, type MatterStub } from "./matter/find-matter.ts";
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
} from "./matter/form-choices.ts";
export { forwardUp } from "./moves/forward-up.ts";
export { block } from "./moves/hindrance.ts";
export { raisedAtConference } from "./list/raised-at.ts";
export { leanMatters } from "./list/lean-list.ts";
export { listCounted } from "./list/list-counted.ts";
export { saidThere } from "./list/beside-registers.ts";
export { countingTogether, type Together } from "./list/count-together.ts";
export { countRegisters } from "./list/register-tallies.ts";
export {
  countMatters,
  linesOfMatters,
  listMatters,
  type Hidden,
  type MatterLine,
  type MatterList,
} from "./list/list-matters.ts";
export type { MatterSort } from "./list/matter-order.ts";
export type { CorrectionLine } from "./corrections/matter-corrections.ts";
export type { AnnulledLine, EventLine } from "./matter/matter-events.ts";
export { matterFilter, type MatterFilter } from "./list/matter-filter.ts";
export type { LinkedMatter } from "./matter/matter-links.ts";
export type { RequesterLine } from "./matter/matter-requesters.ts";
export { bookOf } from "./list/book-of.ts";
export { issuePaper, issueTransferSlip } from "./papers/issue-paper.ts";
export {
  draftMatterPaper,
  personalWordsOf,
  mayWritePapers,
  papersOfMatter,
  type MatterPapers,
} from "./papers/matter-papers.ts";
export { comesBefore, latestFirst } from "./moves/latest-first.ts";
export { keeperOf, matterPlace, withoutDuties } from "./moves/move-act.ts";
export { moveActs } from "./moves/move-acts.ts";
export { leftBehind, type LeftBehind } from "./merging/left-behind.ts";
export { mendOpenAbove } from "./above/mend-open-above.ts";
export {
  namesOutOfConference,
  namesWithheldOfConference,
  toldOfConferences,
  toldToAll,
  type ToldOfConference,
} from "./sight/names-of-conference.ts";
export { namesQuotedIn, toldOfUnits, unitsToldToAll, type Told } from "./sight/names-of-units.ts";
export { mergeCandidates } from "./merging/merge-candidates.ts";
export { insertPeriods, replacePeriods } from "./matter/period.store.ts";
export { receive } from "./receipt/receive.ts";
export { recordEvent } from "./moves/record-event.ts";
export {
  insertMatters,
  matterById,
  matterForChange,
  matterForChangeById,
  nextCodes,
  raiseVersion,
  type Matter,
  type NewMatter,
} from "./matter/recommendation.store.ts";
export { rule } from "./moves/rule.ts";
export { fieldNameOn } from "./fields/field.store.ts";
export { rulingOf } from "./matter/ruling-of.ts";
export { takeIn, type CameIn } from "./receipt/take-in.ts";
export { similarMatters, type SimilarMatter } from "./receipt/similar-matters.ts";
export { standings } from "./matter/standings.ts";
export { toldInPublic } from "./sight/told-in-public.ts";
export { matterInSight } from "./sight/matter-in-sight.ts";
export { readableOneByOne } from "./sight/readable-one-by-one.ts";
export { outgoingWords, type OutgoingWords, type PersonalWords } from "./sight/outgoing-words.ts";
export { toldKeys } from "./sight/told-keys.ts";
export { namesWithheldFrom, toldWithout, wordsWithout } from "./sight/told-without.ts";
export {
  beginningOf,
  hiddenBecause,
  keeperOfMatter,
  namesWithheld,
  namesWithheldIn,
  outOfSightNow,
  outOfSight,
  presentMatters,
  readableIn,
  wordsShownIn,
  villageOfMatter,
  villagesOfMatter,
} from "./sight/visibility.ts";
export { finishDuty } from "./moves/finish-duty.ts";
export { allowOwnApproval, ownApprovalAllowed } from "./moves/own-approval.ts";
export { takeOverReply } from "./above/take-over-reply.ts";
export {
  belongedThen,
  belongsNow,
  noTakenBack,
  noThatStands,
  spokeForVillage,
  unsettled,
} from "./matter/unsettled.ts";
export { verifyMatters, type MatterAstray } from "./matter/verify-matters.ts";
export { verifyRegisters, type RegisterAstray } from "./list/verify-registers.ts";
export { wordsToCorrect, type WordsToCorrect } from "./corrections/words-to-correct.ts";
export { takenTogether, type NotTaken, type TakenTogether } from "./many/taken-together.ts";
export { mayOnMatter } from "./matter/may-put-right.ts";
export { fieldReadings } from "./fields/readings.ts";
export { listReadings } from "./list/readings.ts";
export { listPageReadings } from "./list/page-readings.ts";
export { matterReadings } from "./matter/readings.ts";
export { matterPaperReadings } from "./papers/readings.ts";
export { receiptReadings } from "./receipt/readings.ts";
export { listFileReadings } from "./list/file-readings.ts";
export { manyReadings } from "./many/readings.ts";
