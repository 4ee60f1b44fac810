import { sql, type RawBuilder } from "kysely";

export type Lying = {
  /** Id of the lower unit, or `any(…)` of several. */
  readonly unit: RawBuilder<unknown>;
  /** Id of the upper unit, or `any(…)` of several. */
  readonly above: RawBuilder<unknown>;
  /** The day of the thing: when a matter came in, a conference was held, a document was issued. */
  readonly on: RawBuilder<unknown>;
  readonly today: string;
  /** The lower unit's last day, where the query has it already. */
  readonly lastDay?: RawBuilder<unknown>;
  /** Only one level below. */
  readonly directly?: boolean;
};

const lastDayOfUnit = sql`(select lower_unit.until_on from unit lower_unit where lower_unit.id = a.descendant_id)`;

/**
 * Whether a unit lay below another, or was it, on the day of a thing, or lies there now, or did on its own last day.
 * A unit that moved away takes along only what comes later; what came before stays with both. Every reading that asks
 * whose register a thing is in asks it here.
 */
export function liesBelow({ unit, above, on, today, lastDay = lastDayOfUnit, directly }: Lying) {
  return sql<boolean>`exists (select from unit_ancestry a
    where a.descendant_id = ${unit} and a.ancestor_id = ${above} ${directly ? sql`and a.depth = 1` : sql``}
      and (${on} between a.from_on and a.until_on
        or least(${lastDay}, ${today}::date) between a.from_on and a.until_on))`;
}

/**
 * Whether a unit lies below another today, or is it; of one that is not there today the nearest day on which it is
 * counts. Who keeps units and their people asks this: what moved away is another's to keep.
 */
export function liesBelowNow({ unit, above, today }: Pick<Lying, "unit" | "above" | "today">) {
  return sql<boolean>`exists (select from unit_ancestry a join unit lower_unit on lower_unit.id = a.descendant_id
    where a.descendant_id = ${unit} and a.ancestor_id = ${above}
      and greatest(lower_unit.from_on, least(lower_unit.until_on, ${today}::date)) between a.from_on and a.until_on)`;
}

/** Ids as the right side of a comparison. */
export function anyUnit(ids: readonly string[]): RawBuilder<unknown> {
  return sql`any(${[...ids]}::uuid[])`;
}
