export { addPerson } from "./add-person.ts";
export { appoint } from "./appoint.ts";
export { arrangeUnits } from "./arrange-units.ts";
export { createUnit } from "./create-unit.ts";
export { endPost } from "./end-post.ts";
export { handOver } from "./hand-over.ts";
export { postsHeldOn } from "./post.store.ts";
export { readScope, type ReadScope } from "./read-scope.ts";
export { renameUnit } from "./rename-unit.ts";
export { standing } from "./standing.ts";
export { recordSuccession } from "./succession.store.ts";
export {
  centre,
  insertUnits,
  refreshAncestry,
  unitByCode,
  unitsByCode,
  unitThereOn,
  withHeirs,
  withPredecessors,
  type NewUnit,
} from "./unit.store.ts";
