import { unitNamesIn, type ReadScope, type UnitNames } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import { sql, type Kysely, type RawBuilder } from "kysely";
import { soughtIn, type Sought } from "./found-words.ts";
import type { Hidden, MatterLine, MatterList } from "./list-matters.ts";
import { partOfList } from "./list-part.ts";
import type { MatterFilter } from "./matter-filter.ts";
import type { Page } from "./matter-order.ts";
import { isFoundAsTold } from "../sight/told-keys.ts";
import { toldWithout } from "../sight/told-without.ts";
import { beginningOf } from "../sight/visibility.ts";

// What a lean list (`lean-list.ts`) says of its rows, in SQL and out of it.

const EXCERPT = 240;

/** Whether the reader knows who raised a matter, by its row `p`; as `namesKnownIn`. */
export function namesKnownOf({ secretariatOf }: ReadScope): RawBuilder<boolean> {
  const office = sql`any(${[...secretariatOf]}::uuid[])`;
  return sql<boolean>`(p.sees or p.unit_id = ${office} or p.keeper_id = ${office})`;
}

type Order = {
  readonly order: RawBuilder<unknown>;
  readonly date: RawBuilder<string>;
  readonly exactness?: RawBuilder<unknown>;
  /** Whether a row `p` with its record `r` may have been found only by what its reader does not read. */
  readonly doubtful?: RawBuilder<boolean>;
};

/** Rows `p` of `columns`, with `sees`, as a text for `listTold`. */
export function toldOf(
  part: RawBuilder<unknown>,
  { order, date, exactness = sql`0`, doubtful }: Order,
  scope: ReadScope,
  page: Page,
): RawBuilder<string> {
  const shown = sql`(p.hidden is null or p.sees)`;
  const figures = sql.join(
    [sql`r.id`, date, ...plainColumns.map((name) => sql.ref(`p.${name}`)), shown, exactness],
    sql`, '|', `,
  );
  const text = doubtful ? sql`case when ${doubtful} then ',' || to_json(r.text)::text else '' end ||` : sql``;
  // Put together by hand: the database's own builders look up the type of every value of every row.
  return sql<string>`select '[' || coalesce(string_agg('["' || concat(${figures}) || '",' || to_json(r.code)::text || ','
      || coalesce(to_json(case when ${shown} then ${beginningOf(sql`r.text`, page.excerpt ?? EXCERPT)} end)::text, 'null')
      || ',' || case when r.withheld_names = '{}' or ${namesKnownOf(scope)} then 'null' else to_json(r.withheld_names)::text end
      || ${text} ']', ',' ${order}), '') || ']'
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

export const columns = sql.join(
  [...plainColumns, "recommendation_id", "sort_due_on", "keeper_id"].map((name) => sql.ref(`p.${name}`)),
);

/** A line as the database tells it; see `toldOf`. The whole text stands where it may have been found by what is masked. */
export type Told = [
  figures: string,
  code: string,
  beginning: string | null,
  withheld: string[] | null,
  doubtful?: string,
];

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
  exactness: "0" | "1" | "2",
];

/** The list in words; null where it is to be asked the usual way, which reads on behind what is not found after all. */
export async function listTold(
  db: Kysely<DB>,
  edition: string,
  told: readonly Told[],
  { text: typed }: MatterFilter,
  page: Page,
  today: string,
): Promise<MatterList | null> {
  const sought = soughtIn(typed);
  if (sought && !told.every((line) => isFoundAsItIsTold(line, sought))) return null;
  const lines = told.map(([figures, ...words]) => [figuresOf(figures), words] as const);
  const ids = new Set<string>();
  for (const [[, , , unit, village, , , , lead]] of lines)
    for (const id of [unit, village, lead]) if (id !== "") ids.add(id);
  const names = await unitNamesIn(db, edition, ids);
  if (!names) return null;
  const now = Date.parse(today);
  const length = page.excerpt ?? EXCERPT;
  const rows = lines.map(([figures, [code, excerpt, withheld]]) => {
    const [id, date, hidden, unit, village, receivedOn, status, reportClass, lead, due, readable, exactness] =
      figures;
    const shown = readable === "t";
    const line = {
      code,
      receivedOn,
      hidden: hidden || null,
      shown,
      status: shown ? status : null,
      class: shown ? reportClass : null,
      key: `${exactness}_${date}_${id}`,
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

function isFoundAsItIsTold([, code, , names, text]: Told, sought: Sought): boolean {
  return text === undefined || isFoundAsTold({ code, text, names: names ?? [] }, sought);
}

/** As `villageOfMatter` says it. */
function villageName(names: UnitNames, village: string, unit: string, day: string): string {
  const above = names.parent(village, day);
  const name = names.name(village, day);
  return above && above !== unit ? `${name}, ${names.name(above, day)}` : name;
}
