import { agendaReadings } from "./agenda/readings.ts";
import { collectedReadings } from "./collected/readings.ts";
import { draftReadings } from "./drafts/readings.ts";
import { invitationReadings } from "./invitations/readings.ts";
import { lifeReadings } from "./life/readings.ts";
import { listReadings } from "./life/list-readings.ts";
import { paperReadings } from "./papers/readings.ts";
import { roomReadings } from "./room/readings.ts";

/** Everything that can be asked of conferences, of what is said in them, and of what was brought before. */
export const conferenceReadings = {
  ...listReadings,
  ...lifeReadings,
  ...agendaReadings,
  ...invitationReadings,
};
export { collectedReadings, draftReadings, paperReadings, roomReadings };
