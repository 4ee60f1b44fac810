import { conclusionReadings } from "./conclusion-readings.ts";
import { conferenceReadings } from "./conference-readings.ts";
import { documentReadings } from "./document-readings.ts";
import { matterReadings } from "./matter-readings.ts";
import { planReadings } from "./plan-readings.ts";
import type { Reading } from "./reading.ts";
import { registerReadings } from "./register-readings.ts";
import { reportReadings } from "./report-readings.ts";
import { unitReadings } from "./unit-readings.ts";

/** Everything that the API tells. */
export const readings: readonly Reading[] = [
  ...unitReadings,
  ...conferenceReadings,
  ...conclusionReadings,
  ...documentReadings,
  ...reportReadings,
  ...planReadings,
  ...matterReadings,
  ...registerReadings,
];
