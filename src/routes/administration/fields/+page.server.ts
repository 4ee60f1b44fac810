import { fieldReadings } from "#modules/recommendation/server/index.ts";
import { pageOf } from "../../asking.ts";

/** The taxonomy, for every administrator to read; only the centre's keeps it. */
export const load = pageOf(fieldReadings.kept);
