import { actionOf } from "#acts/form-action.ts";
import { assignMany, manyReadings } from "#modules/recommendation/server/index.ts";
import { assignManyInput } from "#modules/recommendation/ui/moves/posted-move.ts";
import { pageOf } from "../../asking.ts";
import { chosenAsked } from "../whole-asked.ts";

export const load = pageOf(manyReadings.toAssign, chosenAsked);

export const actions = actionOf(assignMany, {
  input: assignManyInput,
  then: () => "/recommendations?view=open&sort=due",
});
