import { attachmentReadings } from "#modules/attachment/server/index.ts";
import { ballotReadings } from "#modules/ballot/server/index.ts";
import { conclusionReadings } from "#modules/conclusion/server/index.ts";
import {
  collectedReadings,
  conferenceReadings,
  draftReadings,
  paperReadings,
  roomReadings,
} from "#modules/conference/server/index.ts";
import { deadlineReadings } from "#modules/deadline/server/index.ts";
import { deskReadings } from "#modules/desk/server/index.ts";
import { documentReadings } from "#modules/document/server/index.ts";
import { accountReadings, personReadings } from "#modules/identity/server/index.ts";
import { notificationReadings } from "#modules/notification/server/index.ts";
import { peopleReadings, unitReadings } from "#modules/organization/server/index.ts";
import { planReadings } from "#modules/planning/server/index.ts";
import { handOverReadings } from "#modules/handover/server/index.ts";
import {
  fieldReadings,
  listFileReadings,
  listPageReadings,
  listReadings,
  manyReadings,
  matterPaperReadings,
  matterReadings,
  receiptReadings,
} from "#modules/recommendation/server/index.ts";
import { registerReadings } from "#modules/register/server/index.ts";
import { reportReadings } from "#modules/report/server/index.ts";
import type { Reading } from "#platform/server/reading/reading.ts";

/** Every reading of the product. The API, its description and the tests go through this list. */
export const readings = [
  ...Object.values(reportReadings),
  ...Object.values(planReadings),
  ...Object.values(documentReadings),
  ...Object.values(deadlineReadings),
  ...Object.values(conferenceReadings),
  ...Object.values(collectedReadings),
  ...Object.values(draftReadings),
  ...Object.values(roomReadings),
  ...Object.values(paperReadings),
  ...Object.values(receiptReadings),
  ...Object.values(listReadings),
  ...Object.values(listPageReadings),
  ...Object.values(listFileReadings),
  ...Object.values(manyReadings),
  ...Object.values(matterReadings),
  ...Object.values(matterPaperReadings),
  ...Object.values(fieldReadings),
  ...Object.values(handOverReadings),
  ...Object.values(conclusionReadings),
  ...Object.values(ballotReadings),
  ...Object.values(registerReadings),
  ...Object.values(notificationReadings),
  ...Object.values(accountReadings),
  ...Object.values(personReadings),
  ...Object.values(unitReadings),
  ...Object.values(peopleReadings),
  ...Object.values(attachmentReadings),
  ...Object.values(deskReadings),
] as unknown as readonly Reading[];

/** A reading that the API gives out. */
export type Told = Reading & { readonly api: NonNullable<Reading["api"]> };

export const toldReadings = readings.filter((reading): reading is Told => reading.api !== undefined);

/** An answer as the API gives it out. */
export function asTold({ api: { told } }: Told, answer: unknown): unknown {
  return told ? told(answer) : answer;
}
