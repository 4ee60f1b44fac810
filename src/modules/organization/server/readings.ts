import { keptPeople, keptUnits } from "./keeping-readings.ts";
import { openUnits } from "./unit-readings.ts";

/** Everything that can be asked of units. */
export const unitReadings = { ...openUnits, ...keptUnits };

/** What can be asked of people and their posts; a person with their account is asked of identity. */
export const peopleReadings = keptPeople;
