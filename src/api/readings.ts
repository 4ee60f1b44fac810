import { fieldReadings } from "./field-readings.ts";
import { matterReadings } from "./matter-readings.ts";

/** Readings that only the API has come to ask by the door; each moves to its module when its pages do, too. */
export const apiReadings = [...matterReadings, ...fieldReadings];
