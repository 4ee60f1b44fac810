import { formAction } from "#acts/form-action.ts";
import { remindNow } from "#modules/notification/server/index.ts";
import { manyReadings } from "#modules/recommendation/server/index.ts";
import { pageOf } from "../../asking.ts";
import { chosenAsked } from "../whole-asked.ts";
import type { Actions } from "./$types";

export const load = pageOf(manyReadings.toRemind, chosenAsked);

export const actions: Actions = { default: formAction(remindNow) };
