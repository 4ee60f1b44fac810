import type { Actor } from "#kernel/actor.ts";
import {
  belowBoth,
  registersBelow,
  registersInAll,
  type ReadScope,
  type RegistersBelow,
} from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import { sql, type Kysely, type RawBuilder } from "kysely";
import { narrowedBy, partOf, requestedBy, type MatterFilter, type NamedUnits } from "./matter-filter.ts";
import { mattersGivenTo } from "../sight/visibility.ts";

// Where a lean list (`lean-list.ts`) looks: in which registers, and for which of their rows.

/** So many registers are walked one by one; of more the list is walked as a whole, where the actor may read all of it. */
const WALKED_AT_MOST = 1000;

export type Place = { unitId: string; from: string; until: string; sees: boolean };
/** The registers that a list is of: each of them, or without a difference all that there are. */
export type Places = {
  readonly each: readonly Place[] | null;
  readonly sees: boolean;
  /** Whether what the filter asks for lies in these registers alone. */
  readonly inThese: boolean;
};

export async function placesOf(
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
export function outsideOf({ each, inThese }: Places, { runs }: ReadScope): RawBuilder<boolean> | null {
  if (runs.length === 0 || inThese || !each) return null;
  const whole = each.filter(({ from, until }) => from === "-infinity" && until === "infinity");
  return sql<boolean>`exists (select from (${mattersGivenTo(runs)}) given
    join recommendation g on g.id = given.recommendation_id
    where g.unit_id <> all(${whole.map(({ unitId }) => unitId)}::uuid[]))`;
}

export type Asked = {
  readonly filter: MatterFilter;
  readonly scope: ReadScope;
  readonly named: NamedUnits;
  readonly today: string;
};

/** Where a list is looked for, by what, and by what edition of the structure. */
export type Where = { readonly places: Places; readonly asked: Asked; readonly edition: string };

type Rows = {
  /** What is told of each. */
  readonly columns: RawBuilder<unknown>;
  /** In what order, and how many. */
  readonly first: RawBuilder<unknown>;
  readonly beyond?: RawBuilder<boolean>;
};

/** The one register that a list is of, whole. */
export function onlyOne({ each }: Places): Place | undefined {
  return each?.length === 1 && !isInPart(each) ? each[0] : undefined;
}

/** The rows `p` of one register, of each of some as many as are wanted in all, or of all; `sees` says whose hidden words are read. */
export function rowsIn(
  places: Places,
  { columns, first, beyond = sql<boolean>`true` }: Rows,
  asked: Asked,
): RawBuilder<unknown> {
  const { each } = places;
  const only = onlyOne(places);
  if (each && !only)
    return sql`select ${columns}, place.sees from ${placeRows(each)} cross join lateral (
      select ${columns} from present_matter p ${withRecord(asked)}
      where p.unit_id = place.unit_id and ${daysIn(each, "p")} and ${beyond}
        and ${fitting(asked, sql`place.sees`)} ${first}) p ${first}`;
  const sees = sql`${only ? only.sees : places.sees}::bool`;
  const where = only ? sql`p.unit_id = ${only.unitId}::uuid and` : sql``;
  return sql`select ${columns}, ${sees} as sees from present_matter p ${withRecord(asked)}
    where ${where} ${beyond} and ${fitting(asked, sees)} ${first}`;
}

/** Without a column of days where all count: an index by days would be no way into a register. */
export function placeRows(each: readonly Place[]) {
  const units = sql`${each.map(({ unitId }) => unitId)}::uuid[]`;
  const sees = sql`${each.map((place) => place.sees)}::bool[]`;
  if (!isInPart(each)) return sql`unnest(${units}, ${sees}) place(unit_id, sees)`;
  const from = sql`${each.map((place) => place.from)}::date[]`;
  const until = sql`${each.map((place) => place.until)}::date[]`;
  return sql`unnest(${units}, ${sees}, ${from}, ${until}) place(unit_id, sees, from_on, until_on)`;
}

/** That a row came in while its register counted, beside `placeRows`. */
export function daysIn(each: readonly Place[], row: string) {
  return isInPart(each)
    ? sql<boolean>`(${sql.ref(`${row}.received_on`)} between place.from_on and place.until_on) is true`
    : sql<boolean>`true`;
}

export const isInPart = (each: readonly Place[]) =>
  each.some(({ from, until }) => from !== "-infinity" || until !== "infinity");

/** What only the record itself tells. */
const withRecord = ({ filter: { field } }: Asked) =>
  field ? sql`join recommendation r on r.id = p.recommendation_id` : sql``;

/** What a filter asks of a row `p`, and of its record `r` where that is asked for. */
export function fitting(
  { filter, scope, named, today }: Asked,
  sees: RawBuilder<unknown>,
): RawBuilder<boolean> {
  const { own } = filter;
  return sql<boolean>`${sql.join(
    [
      sql`true`,
      ...narrowedBy(filter, today, named, sql<boolean>`(p.hidden is null or ${sees})`),
      ...requestedBy(filter, scope, today),
      // Of what lies in one's own registers all is counted among ours.
      ...(own && own !== "ours" ? [partOf[own](scope)] : []),
    ],
    sql` and `,
  )}`;
}
