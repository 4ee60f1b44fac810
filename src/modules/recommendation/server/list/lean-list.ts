import type { Actor } from "#kernel/actor.ts";
import { readScope, unitNamesIn, type UnitNames } from "#modules/organization/server/index.ts";
import type { LeanQuestion } from "#platform/server/reading/lean.ts";
import type { DB } from "#db";
import { sql, type Kysely, type RawBuilder } from "kysely";
import { outsideOf, placesOf, rowsIn, type Asked, type Places } from "./lean-places.ts";
import type { Hidden, MatterLine, MatterList } from "./list-matters.ts";
import { partOfList } from "./list-part.ts";
import type { MatterFilter } from "./matter-filter.ts";
import { namedIn } from "./named-units.ts";
import { stretchesOf, type Page } from "./matter-order.ts";
import { toldWithout } from "../sight/told-without.ts";
import { beginningOf } from "../sight/visibility.ts";

// The list of matters as one question (decision 36). `listMatters` says what it has to answer.

const EXCERPT = 240;

/** The list's answer by one question; null where a text is looked for, and for whom more than whole registers is open. */
export async function leanMatters(
  db: Kysely<DB>,
  actor: Actor,
  filter: MatterFilter,
  page: Page,
  today: string,
): Promise<LeanQuestion<MatterList> | null> {
  const where = await whereAsked(db, actor, filter, today);
  return (
    where && {
      told: toldWithin(where, listOf(where, page)),
      answer: (text) => listTold(db, where.edition, JSON.parse(text) as Told[], page, today),
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
  const where = await whereAsked(db, actor, filter, today);
  return (
    where && {
      told: toldWithin(
        where,
        sql<string>`select '[' || (${countOf(where, countedAtMost)}) || ',' || (${listOf(where, page)}) || ']'`,
      ),
      async answer(text) {
        const [count, told] = JSON.parse(text) as [number, Told[]];
        const list = await listTold(db, where.edition, told, page, today);
        return list && { list, count };
      },
    }
  );
}

type Where = { readonly places: Places; readonly asked: Asked; readonly edition: string };

/** Where a list is looked for; null where it cannot be lean. */
async function whereAsked(
  db: Kysely<DB>,
  actor: Actor,
  filter: MatterFilter,
  today: string,
): Promise<Where | null> {
  const edition = "edition" in actor ? actor.edition : undefined;
  if (filter.text || edition === undefined) return null;
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
  const shown = sql`(p.hidden is null or p.sees)`;
  const office = sql`any(${[...asked.scope.secretariatOf]}::uuid[])`;
  const known = sql`(p.sees or p.unit_id = ${office} or p.keeper_id = ${office})`;
  const figures = sql.join(
    [sql`r.id`, date, ...plainColumns.map((name) => sql.ref(`p.${name}`)), shown],
    sql`, '|', `,
  );
  // Put together by hand: the database's own builders look up the type of every value of every row.
  return sql<string>`select '[' || coalesce(string_agg('["' || concat(${figures}) || '",' || to_json(r.code)::text || ','
      || coalesce(to_json(case when ${shown} then ${beginningOf(sql`r.text`, page.excerpt ?? EXCERPT)} end)::text, 'null')
      || ',' || case when r.withheld_names = '{}' or ${known} then 'null' else to_json(r.withheld_names)::text end || ']',
      ',' ${order}), '') || ']'
    from (${part}) p join recommendation r on r.id = p.recommendation_id`;
}

/** What is told of a line besides its words: identifiers, days and words of the work, none with a quote or a stroke. */
const plainColumns = [
  "hidden",
  "unit_id",
  "village_id",
  "received_on",
  "status",
  "class",
  "lead_id",
  "due_on",
] as const;

const columns = sql.join(
  [...plainColumns, "recommendation_id", "sort_due_on", "keeper_id"].map((name) => sql.ref(`p.${name}`)),
);

/** A line as the database tells it; see `listOf`. */
type Told = [figures: string, code: string, beginning: string | null, withheld: string[] | null];

const figuresOf = (told: string) => told.split("|") as Figures;
type Figures = [
  id: string,
  date: string,
  hidden: Hidden | "",
  unit: string,
  village: string,
  received: string,
  status: NonNullable<MatterLine["status"]>,
  reportClass: NonNullable<MatterLine["class"]>,
  lead: string,
  due: string,
  shown: "t" | "f",
];

async function listTold(db: Kysely<DB>, edition: string, told: readonly Told[], page: Page, today: string) {
  const lines = told.map(([figures, ...words]) => [figuresOf(figures), words] as const);
  const ids = new Set<string>();
  for (const [[, , , unit, village, , , , lead]] of lines)
    for (const id of [unit, village, lead]) if (id !== "") ids.add(id);
  const names = await unitNamesIn(db, edition, ids);
  if (!names) return null;
  const now = Date.parse(today);
  const length = page.excerpt ?? EXCERPT;
  const rows = lines.map(([figures, [code, excerpt, withheld]]) => {
    const [id, date, hidden, unit, village, receivedOn, status, reportClass, lead, due, readable] = figures;
    const shown = readable === "t";
    const line = {
      code,
      receivedOn,
      hidden: hidden || null,
      shown,
      status: shown ? status : null,
      class: shown ? reportClass : null,
      key: `0_${date}_${id}`,
      unitName: names.name(unit, receivedOn),
      excerpt,
      villageName: shown && village ? villageName(names, village, unit, receivedOn) : null,
      leadName: shown && lead ? names.name(lead, today) : null,
      dueOn: shown && due ? due : null,
      daysLeft: shown && due && reportClass === "in_hand" ? (Date.parse(due) - now) / 86_400_000 : null,
    };
    return withheld ? toldWithout({ ...line, namesWithheld: withheld }, ["excerpt"], length) : line;
  });
  return partOfList(rows, page);
}

/** As `villageOfMatter` says it. */
function villageName(names: UnitNames, village: string, unit: string, day: string): string {
  const above = names.parent(village, day);
  const name = names.name(village, day);
  return above && above !== unit ? `${name}, ${names.name(above, day)}` : name;
}
