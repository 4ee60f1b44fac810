import type { Actor } from "#kernel/actor.ts";
import {
  belowBoth,
  readScope,
  registersBelow,
  registersInAll,
  unitNamesIn,
  type ReadScope,
  type RegistersBelow,
  type UnitNames,
} from "#modules/organization/server/index.ts";
import type { LeanQuestion } from "#platform/server/reading/lean.ts";
import type { DB } from "#db";
import { sql, type Kysely, type RawBuilder } from "kysely";
import type { Hidden, MatterLine, MatterList } from "./list-matters.ts";
import { partOfList } from "./list-part.ts";
import { narrowedBy, partOf, type MatterFilter, type NamedUnits } from "./matter-filter.ts";
import { namedIn } from "./named-units.ts";
import { stretchesOf, type Page, type Stretch } from "./matter-order.ts";
import { toldWithout } from "../sight/told-without.ts";
import { beginningOf, mattersGivenTo } from "../sight/visibility.ts";

// The list of matters as one question (decision 36). `listMatters` says what it has to answer.

const EXCERPT = 240;
/** So many registers are walked one by one; of more the list is walked as a whole, where the actor may read all of it. */
const WALKED_AT_MOST = 1000;

/** The list's answer by one question; null where a text is looked for, and for whom more than whole registers is open. */
export async function leanMatters(
  db: Kysely<DB>,
  actor: Actor,
  filter: MatterFilter,
  page: Page,
  today: string,
): Promise<LeanQuestion<MatterList> | null> {
  const edition = "edition" in actor ? actor.edition : undefined;
  if (filter.text || edition === undefined) return null;
  const scope = await readScope(db, actor);
  const elsewhere = [scope.assignedTo, scope.villages, scope.handedOver ?? []];
  if (scope.everything || elsewhere.some((ids) => ids.length > 0)) return null;
  const named = await namedIn(db, actor, filter);
  const places = await placesOf(db, actor, scope, named, today);
  if (!places) return null;
  const [stretch] = stretchesOf(page);
  const list = listOf(places, stretch!, { filter, scope, named, page, today });
  const outside = outsideOf(places, scope);
  return {
    told: outside ? sql<string>`select case when not (${outside}) then (${list}) end` : list,
    answer: (text) => listTold(db, edition, JSON.parse(text) as Told[], page, today),
  };
}

type Place = { unitId: string; from: string; until: string; sees: boolean };
/** The registers that a list is of: each of them, or without a difference all that there are. */
type Places = {
  readonly each: readonly Place[] | null;
  readonly sees: boolean;
  /** Whether what the filter asks for lies in these registers alone. */
  readonly inThese: boolean;
};

async function placesOf(
  db: Kysely<DB>,
  actor: Actor,
  scope: ReadScope,
  named: NamedUnits,
  today: string,
): Promise<Places | null> {
  const below = (ids: readonly string[]): Promise<RegistersBelow> =>
    ids.length > 0 ? registersBelow(db, actor, ids.join(), today) : Promise.resolve(new Map());
  const own = await below(scope.subtreeOf);
  const asked = named.unit && (await below(named.unit));
  const registers = asked ? belowBoth(asked, own) : own;
  const reviewed = await below(scope.reviewerOf);
  // Of which days a reviewer sees what is held is not told apart here.
  if ([...registers.keys()].some((id) => Array.isArray(reviewed.get(id)))) return null;
  const always = [...registers.values()].every((spans) => spans === "always");
  const inThese = asked !== undefined && [...asked.keys()].every((id) => own.get(id) === "always");
  if (registers.size > WALKED_AT_MOST) {
    const all = always && registers.size === (await registersInAll(db, actor));
    if (!all || (reviewed.size > 0 && reviewed.size < registers.size)) return null;
    return { each: null, sees: reviewed.size > 0, inThese: true };
  }
  const each = [...registers].flatMap(([unitId, spans]) => {
    const days = spans === "always" ? [["-infinity", "infinity"] as const] : spans;
    return days.map(([from, until]) => ({ unitId, from, until, sees: reviewed.has(unitId) }));
  });
  return { each, sees: false, inThese };
}

/** Whether the actor was given anything out of other registers: then the list has to look further than into these. */
function outsideOf({ each, inThese }: Places, { runs }: ReadScope): RawBuilder<boolean> | null {
  if (runs.length === 0 || inThese || !each) return null;
  const whole = each.filter(({ from, until }) => from === "-infinity" && until === "infinity");
  return sql<boolean>`exists (select from (${mattersGivenTo(runs)}) given
    join recommendation g on g.id = given.recommendation_id
    where g.unit_id <> all(${whole.map(({ unitId }) => unitId)}::uuid[]))`;
}

type Asked = {
  readonly filter: MatterFilter;
  readonly scope: ReadScope;
  readonly named: NamedUnits;
  readonly page: Page;
  readonly today: string;
};

function listOf(places: Places, { date, direction, beyond }: Stretch, asked: Asked): RawBuilder<string> {
  const { page, scope } = asked;
  const order = sql`order by ${date} ${direction}, p.recommendation_id ${direction}`;
  const part = partOfPlaces(places, sql`${order} limit ${page.size + 1}::int`, beyond, asked);
  const shown = sql`(p.hidden is null or p.sees)`;
  const office = sql`any(${[...scope.secretariatOf]}::uuid[])`;
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

/** The rows of one register, of each of some as many as the page has, or of all. */
function partOfPlaces(
  places: Places,
  first: RawBuilder<unknown>,
  beyond: RawBuilder<boolean>,
  asked: Asked,
): RawBuilder<unknown> {
  const { each } = places;
  const only = each?.length === 1 && !inPart(each) ? each[0] : undefined;
  if (each && !only)
    return sql`select ${columns}, place.sees from ${placeRows(each)} cross join lateral (
      select ${columns} from present_matter p ${withRecord(asked)}
      where p.unit_id = place.unit_id and ${conditions(places, sql`place.sees`, beyond, asked)} ${first}) p ${first}`;
  const sees = sql`${only ? only.sees : places.sees}::bool`;
  const where = only ? sql`p.unit_id = ${only.unitId}::uuid and` : sql``;
  return sql`select ${columns}, ${sees} as sees from present_matter p ${withRecord(asked)}
    where ${where} ${conditions(places, sees, beyond, asked)} ${first}`;
}

/** Without a column of days where all count: an index by days would be no way into a register. */
function placeRows(each: readonly Place[]) {
  const units = sql`${each.map(({ unitId }) => unitId)}::uuid[]`;
  const sees = sql`${each.map((place) => place.sees)}::bool[]`;
  if (!inPart(each)) return sql`unnest(${units}, ${sees}) place(unit_id, sees)`;
  const from = sql`${each.map((place) => place.from)}::date[]`;
  const until = sql`${each.map((place) => place.until)}::date[]`;
  return sql`unnest(${units}, ${sees}, ${from}, ${until}) place(unit_id, sees, from_on, until_on)`;
}

const inPart = (each: readonly Place[]) =>
  each.some(({ from, until }) => from !== "-infinity" || until !== "infinity");

/** What only the record itself tells. */
const withRecord = ({ filter: { field, conference } }: Asked) =>
  field || conference ? sql`join recommendation r on r.id = p.recommendation_id` : sql``;

function conditions(
  { each }: Places,
  sees: RawBuilder<unknown>,
  beyond: RawBuilder<boolean>,
  { filter, scope, named, today }: Asked,
) {
  const { own } = filter;
  return sql.join(
    [
      beyond,
      ...narrowedBy(filter, today, named, sql<boolean>`(p.hidden is null or ${sees})`),
      // Of what lies in one's own registers all is counted among ours.
      ...(own && own !== "ours" ? [partOf[own](scope)] : []),
      ...(each && inPart(each)
        ? [sql`(p.received_on between place.from_on and place.until_on) is true`]
        : []),
    ],
    sql` and `,
  );
}

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
