import { formAction } from "#acts/form-action.ts";
import { assignable } from "#modules/recommendation/many.ts";
import { mayMove } from "#modules/recommendation/permissions.ts";
import { assignMany, leadsOf } from "#modules/recommendation/server/index.ts";
import { assignManyInput } from "#modules/recommendation/ui/moves/posted-move.ts";
import { chosenIn } from "../chosen.ts";
import { readerOf, refuseFormWithout } from "../reader.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  const reader = readerOf(locals);
  refuseFormWithout(reader.actor, mayMove.assign);
  const { keeper, ...chosen } = await chosenIn(reader, url, { may: mayMove.assign, fitting: assignable });
  const agencies = keeper ? await leadsOf(reader.db, keeper, reader.today) : [];
  return { ...chosen, agencies, today: reader.today, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(assignMany, {
    input: assignManyInput,
    then: () => "/recommendations?view=open&sort=due",
  }),
};
