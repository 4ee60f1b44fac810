export { isManned, mannedOn } from "./manned.ts";
export { isReviewed } from "./reviewed.ts";
export { addPerson } from "./add-person.ts";
export { applySuccession, endingUnits } from "./apply-succession.ts";
export { recordsAfter, recordsInWords } from "./records-after.ts";
export { administeredBy, keptBy } from "./administered.ts";
export { appoint } from "./appoint.ts";
export { arrangeUnits, type Arranged } from "./arrange-units.ts";
export type { Concerned } from "./concerned.ts";
export { carriedOnBy } from "./carried-on-by.ts";
export { createUnit } from "./create-unit.ts";
export { endPost } from "./end-post.ts";
export { handOver } from "./hand-over.ts";
export { faultsOfUnitRows, importUnits } from "./import-units.ts";
export { faultsOfSuccessionRows, importSuccessions } from "./import-successions.ts";
export { unitNarrowedTo } from "./known-unit.ts";
export { anyUnit, liesBelow, liesBelowNow } from "./lies-below.ts";
export { loadNational, nationalAct, type NationalOutcome, type NationalProgress } from "./load-national.ts";
export { mayDo } from "./may-do.ts";
export { mayReadUnit } from "./may-read-unit.ts";
export { administers, unitsKeeping, unitsOfPresentPosts } from "./keeping.ts";
export { personById, postsHeldOn, postsOf } from "./post.store.ts";
export { nationalFindings, previewNational } from "./preview-national.ts";
export { readBelow, type KindBelow } from "./read-below.ts";
export { countFindings, readFindings, type FindingLine } from "./read-findings.ts";
export { readPeople, readPerson, type PersonLine, type PersonReading } from "./read-people.ts";
export { peopleWithoutPost, unitsWithoutReviewer, unitsWithoutSecretary } from "./missing-posts.ts";
export { postsInUnit, readPost, type PostReading } from "./read-posts.ts";
export { readScope, scopeAsking, type ReadScope } from "./read-scope.ts";
export { readSuccessions, type SuccessionReading } from "./read-successions.ts";
export { readUnit, type NamePeriod, type ParentPeriod, type UnitReading } from "./read-unit.ts";
export { peopleReadings, unitReadings } from "./readings.ts";
export {
  belowBoth,
  registersBelow,
  registersInAll,
  type RegistersBelow,
  type Span,
} from "./registers-below.ts";
export { renameUnit } from "./rename-unit.ts";
export { searchUnits, type FoundUnit } from "./search-units.ts";
export { standing } from "./standing.ts";
export { unitLines, unitsWithin, type UnitLine } from "./unit-days.ts";
export { villageFaults, villageOn, type VillageSaid } from "./village-on.ts";
export { unitNamesIn, type UnitNames } from "./names-in-memory.ts";
export { unitName } from "./unit-name.ts";
export { unitsWithGrant, type OwnUnit } from "./units-with-grant.ts";
export { unitsBelowAfter } from "./units-below-after.ts";
export { unitNames, unitsInReach, type UnitInReach } from "./units-in-reach.ts";
export { recordSuccession } from "./succession.store.ts";
export { everAbove, everWorkedFor, workingFor } from "./working-for.ts";
export {
  centre,
  isAbove,
  insertUnits,
  refreshAncestry,
  unitByCode,
  unitsBelow,
  unitNameOn,
  unitsByCode,
  unitThereOn,
  type NewUnit,
} from "./unit.store.ts";
export { heirsOfEach, withHeirs, withHeirsBy, withPredecessors, withPredecessorsBy } from "./heirs.store.ts";
