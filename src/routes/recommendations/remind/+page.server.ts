import { actionOf } from "#acts/form-action.ts";
import { remindNow } from "#modules/notification/server/index.ts";
import { manyReadings } from "#modules/recommendation/server/index.ts";
import { pageOf } from "../../asking.ts";
import { chosenAsked } from "../whole-asked.ts";

export const load = pageOf(manyReadings.toRemind, chosenAsked);

export const actions = actionOf(remindNow);
