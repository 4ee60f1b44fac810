export { deskQuestions, readDesk, type Desk, type DeskQuestion } from "./read-desk.ts";
export { unitNames, unitsInReach, type UnitInReach } from "./units-in-reach.ts";
export type { AnswerToRead, ExtensionAsked, Unconfirmed } from "./waiting.ts";
export { readOutPage, type ReadOut, type ReadOutPage } from "./read-out.ts";
export { drawSample, type Sample, type Sampled } from "./sample.ts";
export { savedFilters, type SavedFilter } from "./saved-filter.store.ts";
export { saveFilter } from "./save-filter.ts";
export { removeFilter } from "./remove-filter.ts";
