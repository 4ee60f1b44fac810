import { conferenceReadings } from "#modules/conference/server/index.ts";
import { pageOf } from "../../../asking.ts";
import { correctActions } from "../../form-actions.ts";
import type { Actions } from "./$types";

export const load = pageOf(conferenceReadings.toCorrect, { conference: "id" });

export const actions: Actions = correctActions;
