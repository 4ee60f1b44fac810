import type { DB } from "#db";
import { unrecorded } from "#platform/server/database/recorded.ts";
import { structureEdition } from "#platform/server/database/remembered.ts";
import { sql, type Kysely } from "kysely";

type Period = { readonly from_on: string; readonly until_on: string };
type KnownUnit = {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly from_on: string;
  readonly until_on: string;
  readonly names: readonly (Period & { readonly name: string })[];
  readonly parents: readonly (Period & { readonly parent_id: string })[];
  /** Whether those it ever lay in are known as well. */
  readonly upward: boolean;
};

/** What units were called, said from memory: the same as `unitName` says in a question. */
export type UnitNames = {
  /** The name on a day, or on the nearest day of its existence; its code where no name is known. */
  name(unitId: string, day: string): string;
  /** The unit that another lay in on a day. */
  parent(unitId: string, day: string): string | undefined;
};

/** A unit with its names is some 500 B. */
const keptAtMost = 20_000;

let known: { edition: string; units: Map<string, KnownUnit> } = { edition: "", units: new Map() };

/**
 * The names of some units and of those they ever lay in, as they are in an edition of the structure; null where that
 * edition is over.
 */
export async function unitNamesIn(
  db: Kysely<DB>,
  edition: string,
  unitIds: ReadonlySet<string>,
): Promise<UnitNames | null> {
  if (known.edition !== edition || known.units.size > keptAtMost) known = { edition, units: new Map() };
  const { units } = known;
  const missing = [...unitIds].filter((id) => !units.get(id)?.upward);
  if (missing.length > 0) {
    const read = await unrecorded(db, (plain) => readUnits(plain, missing));
    if (read.edition !== edition) return null;
    for (const unit of read.units) if (!units.get(unit.id)?.upward) units.set(unit.id, unit);
  }
  return namesOf(units);
}

function namesOf(units: ReadonlyMap<string, KnownUnit>): UnitNames {
  return {
    name(unitId, day) {
      const { code, kind, from_on, until_on, names } = units.get(unitId)!;
      if (kind === "centre") return "Trung ương";
      const last = day < until_on ? day : until_on;
      return inForce(names, from_on > last ? from_on : last)?.name ?? code;
    },
    parent: (unitId, day) => inForce(units.get(unitId)!.parents, day)?.parent_id,
  };
}

const inForce = <P extends Period>(periods: readonly P[], day: string): P | undefined =>
  periods.find(({ from_on, until_on }) => from_on <= day && day <= until_on);

async function readUnits(db: Kysely<DB>, ids: readonly string[]) {
  const { rows } = await sql<{ edition: string; units: KnownUnit[] }>`
    with asked as (
      select id, bool_or(upward) as upward from (
        select unnest(${[...ids]}::uuid[]) as id, true as upward
        union select parent_id, false from unit_parent where unit_id = any(${[...ids]}::uuid[])) found group by id)
    select ${structureEdition} as edition, coalesce(json_agg(json_build_object('id', u.id, 'code', u.code, 'kind', u.kind,
      'upward', asked.upward, 'from_on', u.from_on, 'until_on', u.until_on,
      'names', coalesce((select json_agg(json_build_object('name', n.name, 'from_on', n.from_on, 'until_on', n.until_on)
        order by n.from_on) from unit_name n where n.unit_id = u.id), '[]'),
      'parents', coalesce((select json_agg(json_build_object('parent_id', l.parent_id, 'from_on', l.from_on,
        'until_on', l.until_on) order by l.from_on) from unit_parent l where l.unit_id = u.id), '[]'))), '[]') as units
    from asked join unit u on u.id = asked.id`.execute(db);
  return rows[0]!;
}
