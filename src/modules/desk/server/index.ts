export { deskQuestions, readDesk, type Desk, type DeskQuestion } from "./read-desk.ts";
export { unitNames, unitsInReach, type UnitInReach } from "./units-in-reach.ts";
export type { AnswerToRead, ExtensionAsked, Unconfirmed } from "./waiting.ts";
