import { formAction } from "#acts/form-action.ts";
import { assignMany, manyReadings } from "#modules/recommendation/server/index.ts";
import { assignManyInput } from "#modules/recommendation/ui/moves/posted-move.ts";
import { pageOf } from "../../asking.ts";
import { chosenAsked } from "../whole-asked.ts";
import type { Actions } from "./$types";

export const load = pageOf(manyReadings.toAssign, chosenAsked);

export const actions: Actions = {
  default: formAction(assignMany, {
    input: assignManyInput,
    then: () => "/recommendations?view=open&sort=due",
  }),
};
