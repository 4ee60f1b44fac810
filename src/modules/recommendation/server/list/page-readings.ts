import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { unitLines } from "#modules/organization/server/index.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import { reading } from "#platform/server/reading/reading.ts";
import type { Kysely } from "kysely";
import { inOrder } from "#kernel/input.ts";
import { z } from "zod";
import { askedList, filterAndSort, listKey } from "./asked-list.ts";
import { listCounted } from "./list-counted.ts";
import { listNarrowing, narrowingUnits } from "./list-narrowing.ts";

// The list as its page shows it: first what its address means, then the part of the list.

const A_PAGE = 20;
const COUNTED_AT_MOST = 1000;

/** A code, or what somebody typed. */
const unitTyped = z
  .string()
  .transform((typed) => typed.trim() || undefined)
  .optional();

/**
 * What an address asks of the list, with the codes of the units that it names in words (`byCode`, none where nothing was meant),
 * what it can be narrowed by, and the names of the units in which the actor holds posts: a list does not say them on every line.
 */
const asked = reading({
  name: "recommendations.asked_list",
  title: { vi: "Danh sách kiến nghị đang được hỏi", en: "What is asked of the list of matters" },
  query: askedList.extend({ unit: unitTyped, lead: unitTyped, village: unitTyped }).superRefine(inOrder),
  may: "each",
  async read({ db, actor, query: { unit, lead, village, ...query }, today }) {
    const typed = { unit, lead, village };
    const { codes, by, fields, mayReceive, unclear } = await listNarrowing(db, actor, typed, today);
    const otherwise = narrowingUnits.filter((of) => typed[of] !== codes[of]);
    return {
      ...filterAndSort({ ...query, ...codes }),
      byCode: Object.fromEntries(otherwise.map((of) => [of, codes[of] ?? null])),
      narrowing: { by, fields },
      unclear,
      mayReceive,
      ownUnits: await unitsWorkedIn(db, actor, today),
    };
  },
});

const unitsWorkedIn = remembered(async (db: Kysely<DB>, actor: Actor, today: string): Promise<string[]> => {
  if (actor.kind === "system") return [];
  const ids = [...new Set(actor.posts.map(({ unitId }) => unitId))];
  return [...(await unitLines(db, ids, today)).values()].map(({ name }) => name);
});

/** A part of the list, and how many matters the whole has: so many at most are counted. */
const shown = reading({
  name: "recommendations.shown_list",
  title: { vi: "Danh sách kiến nghị như trên trang", en: "The list of matters as its page shows it" },
  query: askedList.extend({ after: listKey, before: listKey }).superRefine(inOrder),
  may: "each",
  async read({ db, lean, actor, query: { after = null, before = null, ...query }, today }) {
    const { filter, sort } = filterAndSort(query);
    const page = { sort, size: A_PAGE, after, before };
    const { list, count } = await listCounted({ db, lean }, actor, filter, page, today, COUNTED_AT_MOST + 1);
    const counted = { count: Math.min(count, COUNTED_AT_MOST), more: count > COUNTED_AT_MOST };
    return { list, counted };
  },
});

export const listPageReadings = { asked, shown };
