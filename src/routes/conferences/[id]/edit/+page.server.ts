import { conferenceReadings } from "#modules/conference/server/index.ts";
import { pageOf } from "../../../asking.ts";
import { correctActions } from "../../form-actions.ts";

export const load = pageOf(conferenceReadings.toCorrect, { conference: "id" });

export const actions = correctActions;
