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
import type { PageServerLoad } from "./$types";

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
    mayKeepUnits: await mayDo(db, actor, mayKeepUnits, unit.id, today),
  };
};
