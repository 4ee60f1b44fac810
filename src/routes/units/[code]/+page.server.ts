import { handOverOffered, handOversOf } from "#modules/handover/server/index.ts";
import { mayAdminister, mayKeepUnits } from "#modules/organization/permissions.ts";
import {
  mayDo,
  postsInUnit,
  readBelow,
  readSuccessions,
  readUnit,
} from "#modules/organization/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { dayAsked } from "../day-asked.ts";
import { signedIn } from "../signed-in.ts";
import { mayAllowOwnApproval } from "#modules/recommendation/permissions.ts";
import { allowOwnApproval, ownApprovalAllowed } from "#modules/recommendation/server/index.ts";
import { formAction } from "#acts/form-action.ts";
import type { Actions, PageServerLoad } from "./$types";

const mostOfKind = 200;

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const asked = dayAsked(event.url, today);
  const unit = await readUnit(db, event.params.code, asked.day);
  return {
    unit,
    ...asked,
    below: await readBelow(db, unit.id, unit.day, { limit: mostOfKind }),
    successions: await readSuccessions(db, unit.id),
    posts: await postsInUnit(db, unit.id, unit.day),
    handOver: await handOverOffered(db, actor, unit.code, today),
    handOvers: await handOversOf(db, actor, unit.id, today),
    mayAdminister: await mayDo(db, actor, mayAdminister, unit.id, today),
    ownApproval: (await mayDo(db, actor, mayAllowOwnApproval, unit.id, today))
      ? { allowed: await ownApprovalAllowed(db, unit.id), key: crypto.randomUUID() }
      : null,
    mayKeepUnits: await mayDo(db, actor, mayKeepUnits, unit.id, today),
  };
};

export const actions: Actions = {
  approval: formAction(allowOwnApproval, {
    input: ({ allowed }, { params }) => ({ unit: params.code, allowed }),
    then: (_, { url }) => url.pathname,
  }),
};
