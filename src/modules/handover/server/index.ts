export { arrangementOf, type Receiver } from "./arrangement.ts";
export { handOverOffered } from "./offered.ts";
export { openWorkOf, type OpenWork } from "./open-work.ts";
export {
  handOversOf,
  readHandOver,
  type HandedOver,
  type HandOverLine,
  type HandOverReading,
} from "./read-hand-over.ts";
export { handOverPaper } from "./record-paper.ts";
export { recordHandOver } from "./record-hand-over.ts";
export { handOverReadings } from "./readings.ts";
