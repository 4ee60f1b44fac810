import type { Actor } from "#kernel/actor.ts";
import { readScope } from "#modules/organization/server/index.ts";
import type { LeanQuestion } from "#platform/server/reading/lean.ts";
import type { DB } from "#db";
import { sql, type Kysely, type RawBuilder } from "kysely";
import { outsideOf, placesOf, rowsIn, type Where } from "./lean-places.ts";
import { searchOf } from "./lean-search.ts";
import { columns, listTold, toldOf, type Told } from "./lean-told.ts";
import type { MatterList } from "./list-matters.ts";
import type { MatterFilter } from "./matter-filter.ts";
import { namedIn } from "./named-units.ts";
import { stretchesOf, type Page } from "./matter-order.ts";

// The list of matters as one question (decision 36). `listMatters` says what it has to answer.

/** The list's answer by one question; null for whom more than whole registers is open. */
export async function leanMatters(
  db: Kysely<DB>,
  actor: Actor,
  filter: MatterFilter,
  page: Page,
  today: string,
): Promise<LeanQuestion<MatterList> | null> {
  const where = await whereAsked(db, actor, filter, today);
  const list = where && (filter.text ? await searchOf(db, where, page) : listOf(where, page));
  return (
    list && {
      told: toldWithin(where, list),
      answer: (text) => listTold(db, where.edition, JSON.parse(text) as Told[], filter, page, today),
    }
  );
}

/** A list with how many matters it has in all; `countMatters` says what that is. */
export type CountedList = { readonly list: MatterList; readonly count: number };

/** The same together with their number, of whom at most so many are counted. */
export async function leanCounted(
  db: Kysely<DB>,
  actor: Actor,
  filter: MatterFilter,
  page: Page,
  today: string,
  countedAtMost: number,
): Promise<LeanQuestion<CountedList> | null> {
  if (filter.text) return null;
  const where = await whereAsked(db, actor, filter, today);
  return (
    where && {
      told: toldWithin(
        where,
        sql<string>`select '[' || (${countOf(where, countedAtMost)}) || ',' || (${listOf(where, page)}) || ']'`,
      ),
      async answer(text) {
        const [count, told] = JSON.parse(text) as [number, Told[]];
        const list = await listTold(db, where.edition, told, filter, page, today);
        return list && { list, count };
      },
    }
  );
}

/** Where a list is looked for; null where it cannot be lean. */
async function whereAsked(
  db: Kysely<DB>,
  actor: Actor,
  filter: MatterFilter,
  today: string,
): Promise<Where | null> {
  const edition = "edition" in actor ? actor.edition : undefined;
  if (edition === undefined) return null;
  const scope = await readScope(db, actor);
  const elsewhere = [scope.assignedTo, scope.villages, scope.handedOver ?? []];
  if (scope.everything || elsewhere.some((ids) => ids.length > 0)) return null;
  const named = await namedIn(db, actor, filter);
  const places = await placesOf(db, actor, scope, named, today);
  return places && { places, asked: { filter, scope, named, today }, edition };
}

/** Null is told where something was given to the actor out of other registers. */
function toldWithin({ places, asked }: Where, told: RawBuilder<string>): RawBuilder<string | null> {
  const outside = outsideOf(places, asked.scope);
  return outside ? sql<string | null>`select case when not (${outside}) then (${told}) end` : told;
}

/** The number stands in the text: of a number that is not known a plan takes a tenth of all rows. */
function countOf({ places, asked }: Where, atMost: number) {
  const rows = { columns: sql`true as counted`, first: sql`limit ${sql.lit(atMost)}` };
  return sql`select count(*) from (${rowsIn(places, rows, asked)}) p`;
}

function listOf({ places, asked }: Where, page: Page): RawBuilder<string> {
  const [stretch] = stretchesOf(page);
  const { date, direction, beyond } = stretch!;
  const order = sql`order by ${date} ${direction}, p.recommendation_id ${direction}`;
  const part = rowsIn(places, { columns, first: sql`${order} limit ${page.size + 1}::int`, beyond }, asked);
  return toldOf(part, { order, date }, asked.scope, page);
}
