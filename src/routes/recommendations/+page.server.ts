import { unitLines } from "#modules/organization/server/index.ts";
import { mayMove } from "#modules/recommendation/permissions.ts";
import { countMatters, listChoices, listMatters } from "#modules/recommendation/server/index.ts";
import { askedIn } from "./asked.ts";
import { readerOf } from "./reader.ts";
import { keepList, keptLists } from "../keep-list.ts";
import type { Actions, PageServerLoad } from "./$types";

type Reader = ReturnType<typeof readerOf>;

const size = 20;
const countedAtMost = 1000;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db, actor, today } = readerOf(locals);
  const { filter, sort } = askedIn(url);
  const [after, before] = [url.searchParams.get("after"), url.searchParams.get("before")];
  const [list, count, { mayReceive, ...choices }] = await Promise.all([
    listMatters(db, actor, filter, { sort, size, after, before }, today),
    countMatters(db, actor, filter, today, countedAtMost + 1),
    listChoices(db, actor, filter.unit, today),
  ]);
  const counted = { count: Math.min(count, countedAtMost), more: count > countedAtMost };
  return {
    filter,
    sort,
    list,
    counted,
    choices,
    mayReceive,
    mayGive: actor.kind === "person" && actor.posts.some(({ capacity }) => mayMove.assign[capacity]),
    ownUnits: await unitsWorkedIn(db, actor, today),
    kept: await keptLists({ locals, url }),
  };
};

/** The names of the units in which the actor holds posts: a list does not say them on every line. */
async function unitsWorkedIn(db: Reader["db"], actor: Reader["actor"], today: string): Promise<string[]> {
  if (actor.kind === "system") return [];
  const ids = [...new Set(actor.posts.map(({ unitId }) => unitId))];
  return [...(await unitLines(db, ids, today)).values()].map(({ name }) => name);
}

export const actions: Actions = keepList;
