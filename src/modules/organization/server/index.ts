export { addPerson } from "./add-person.ts";
export { appoint } from "./appoint.ts";
export { arrangeUnits } from "./arrange-units.ts";
export { createUnit } from "./create-unit.ts";
export { endPost } from "./end-post.ts";
export { handOver } from "./hand-over.ts";
export {
  loadNational,
  nationalAct,
  type NationalOutcome,
  type NationalProgress,
} from "./load-national.ts";
export { postsHeldOn } from "./post.store.ts";
export { nationalFindings, previewNational } from "./preview-national.ts";
export { readScope, type ReadScope } from "./read-scope.ts";
export { renameUnit } from "./rename-unit.ts";
export { standing } from "./standing.ts";
export { recordSuccession } from "./succession.store.ts";
export {
  centre,
  isAbove,
  insertUnits,
  refreshAncestry,
  unitByCode,
  unitNameOn,
  unitsByCode,
  unitThereOn,
  withHeirs,
  withPredecessors,
  type NewUnit,
} from "./unit.store.ts";
