import { formAction } from "#acts/form-action.ts";
import { listAddress } from "#modules/desk/list-address.ts";
import { savedFilters, saveFilter } from "#modules/desk/server/index.ts";
import { mayMove } from "#modules/recommendation/permissions.ts";
import {
  agenciesOf,
  countMatters,
  fieldsOn,
  listMatters,
  readableUnits,
  receivingUnits,
  villagesOf,
} from "#modules/recommendation/server/index.ts";
import { askedIn } from "./asked.ts";
import { readerOf } from "./reader.ts";
import type { Actions, PageServerLoad } from "./$types";

const size = 20;
const countedAtMost = 1000;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db, actor, today } = readerOf(locals);
  const { filter, sort } = askedIn(url);
  const [after, before] = [url.searchParams.get("after"), url.searchParams.get("before")];
  const units = await readableUnits(db, actor, today);
  const unit = filter.unit ?? units[0]?.code;
  const [list, count, receiving, leads, villages, fields] = await Promise.all([
    listMatters(db, actor, filter, { sort, size, after, before }, today),
    countMatters(db, actor, filter, today, countedAtMost + 1),
    receivingUnits(db, actor, today),
    unit ? agenciesOf(db, unit, today) : [],
    unit ? villagesOf(db, unit, today) : [],
    fieldsOn(db, today),
  ]);
  const counted = { count: Math.min(count, countedAtMost), more: count > countedAtMost };
  const choices = { units, leads, villages, fields };
  const address = listAddress(url.pathname + url.search);
  return {
    ...{ filter, sort, list, counted, choices, mayReceive: receiving.length > 0 },
    mayGive: actor.kind === "person" && actor.posts.some(({ capacity }) => mayMove.assign[capacity]),
    filters: await savedFilters(db, actor),
    address: address === "/recommendations" ? null : address,
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  save_filter: formAction(saveFilter, { then: ({ address }) => address }),
};
