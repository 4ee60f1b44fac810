import type { Actor } from "#kernel/actor.ts";
import { unitLines } from "#modules/organization/server/index.ts";
import { mayMove } from "#modules/recommendation/permissions.ts";
import {
  listCounted,
  listNarrowing,
  narrowingUnits,
  type AskedUnits,
  type CountedList,
  type MatterLine,
} from "#modules/recommendation/server/index.ts";
import type { LineShown } from "#modules/recommendation/ui/list/line-shown.ts";
import { listHref } from "#modules/recommendation/ui/list/address.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import { redirect } from "@sveltejs/kit";
import { askedIn } from "./asked.ts";
import { readerOf } from "./reader.ts";
import { keepList, keptLists } from "../keep-list.ts";
import type { Actions, PageServerLoad } from "./$types";

type Reader = ReturnType<typeof readerOf>;

const size = 20;
const countedAtMost = 1000;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db, lean, actor, today } = readerOf(locals);
  const asked = unitsIn(url);
  const { codes, mayReceive, unclear, ...narrowing } = await listNarrowing(db, actor, asked, today);
  const typed = narrowingUnits.filter((of) => asked[of] !== codes[of]);
  const byCode = listHref(url.searchParams, Object.fromEntries(typed.map((of) => [of, codes[of] ?? null])));
  if (!unclear && typed.length > 0) redirect(303, byCode);
  const address = new URL(byCode, url);
  const { filter, sort } = askedIn(address);
  const [after, before] = [url.searchParams.get("after"), url.searchParams.get("before")];
  // What was typed and names no unit is asked about; a list that is not narrowed by it would be taken for one that is.
  const [{ list, count }, ownUnits, kept] = await Promise.all([
    unclear
      ? nothing
      : listCounted({ db, lean }, actor, filter, { sort, size, after, before }, today, countedAtMost + 1),
    unitsWorkedIn(db, actor, today),
    keptLists({ locals, url: address }),
  ]);
  return {
    filter,
    sort,
    // The page is sent what it shows, and again for its script: no more than that.
    list: {
      ...list,
      matters: list.matters.map((line) => lineShown(line, ownUnits)),
    },
    counted: { count: Math.min(count, countedAtMost), more: count > countedAtMost },
    narrowing,
    unclear,
    mayReceive,
    mayReview: actor.kind === "person" && actor.posts.some(({ capacity }) => mayMove.release[capacity]),
    mayGive: actor.kind === "person" && actor.posts.some(({ capacity }) => mayMove.assign[capacity]),
    ownUnits,
    kept,
  };
};

const nothing: CountedList = { list: { matters: [], previous: null, next: null }, count: 0 };

/** What its page shows of a line; what there is nothing to say of is left out. */
function lineShown({ class: _class, unitName, ...line }: MatterLine, ownUnits: readonly string[]): LineShown {
  const shown = { ...line, unitName: ownUnits.includes(unitName) ? null : unitName };
  return Object.fromEntries(Object.entries(shown).filter(([, told]) => told !== null)) as LineShown;
}

/** The units of an address, by their codes or as they were typed. */
function unitsIn({ searchParams }: URL): AskedUnits {
  const named = narrowingUnits.map((of) => [of, searchParams.get(of)?.trim()] as const);
  return Object.fromEntries(named.filter(([, typed]) => typed));
}

/** The names of the units in which the actor holds posts: a list does not say them on every line. */
const unitsWorkedIn = remembered(async (db: Reader["db"], actor: Actor, today: string): Promise<string[]> => {
  if (actor.kind === "system") return [];
  const ids = [...new Set(actor.posts.map(({ unitId }) => unitId))];
  return [...(await unitLines(db, ids, today)).values()].map(({ name }) => name);
});

export const actions: Actions = keepList;
