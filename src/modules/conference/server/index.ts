export { correctConference } from "./correct-conference.ts";
export { insertChairs } from "./conference.store.ts";
export { recordConference } from "./record-conference.ts";
export { recordTurn } from "./record-turn.ts";
