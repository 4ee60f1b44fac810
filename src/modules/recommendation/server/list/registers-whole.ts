import type { Actor } from "#kernel/actor.ts";
import {
  registersBelow,
  registersInAll,
  type ReadScope,
  type RegistersBelow,
} from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import { sql, type Kysely, type RawBuilder } from "kysely";

/** The registers that an actor reads, by what is known of them from the structure alone. */
export type Registers = {
  /** Those of which every matter is read, whenever it came in; null where that is every register there is. */
  readonly whole: readonly Register[] | null;
  /** Whether, where it is every register, what is hidden there is seen. */
  readonly sees: boolean;
  /** Units of which single matters are read, by the day on which they came in, or of which it is seen what is hidden. */
  readonly inPart: readonly string[];
};

/** A unit, and whether the actor sees what is hidden in its register. */
type Register = { readonly unitId: string; readonly sees: boolean };

export async function registersOf(
  db: Kysely<DB>,
  actor: Actor,
  { everything, subtreeOf, reviewerOf }: ReadScope,
  today: string,
): Promise<Registers> {
  if (everything) return { whole: null, sees: true, inPart: [] };
  const below = (ids: readonly string[]): Promise<RegistersBelow> =>
    ids.length > 0 ? registersBelow(db, actor, ids.join(), today) : Promise.resolve(new Map());
  const [own, reviewed] = [await below(subtreeOf), await below(reviewerOf)];
  const isWhole = (id: string) => own.get(id) === "always" && !Array.isArray(reviewed.get(id));
  const units = [...own.keys()];
  const whole = units.filter(isWhole).map((unitId) => ({ unitId, sees: reviewed.has(unitId) }));
  const alike = whole.every(({ sees }) => sees === whole[0]?.sees);
  if (whole.length > 0 && alike && whole.length === (await registersInAll(db, actor)))
    return { whole: null, sees: whole[0]!.sees, inPart: [] };
  return { whole, sees: false, inPart: units.filter((id) => !isWhole(id)) };
}

/** That a unit is none of those whose register is read whole. */
export function outsideOf({ whole }: Registers, unit: RawBuilder<unknown>): RawBuilder<boolean> {
  if (whole === null) return sql<boolean>`false`;
  return sql<boolean>`(${unit} <> all(${whole.map(({ unitId }) => unitId)}::uuid[]))`;
}

/**
 * The rows `from`, a table or a part of one by its unit, in the registers that are read whole; `place.sees` tells whether what
 * is hidden there is seen. What is asked of each register may follow.
 */
export function placesOf({ whole, sees }: Registers): RawBuilder<unknown> {
  if (whole === null) return sql`(select null::uuid as unit_id, ${sees}::bool as sees) place`;
  return sql`unnest(${whole.map(({ unitId }) => unitId)}::uuid[], ${whole.map((one) => one.sees)}::bool[]) place(unit_id, sees)`;
}

/** That a row `of` is of the register `place`; of all registers every row is. */
export function isThere({ whole }: Registers, unit: RawBuilder<unknown>): RawBuilder<boolean> {
  return whole === null ? sql<boolean>`true` : sql<boolean>`${unit} = place.unit_id`;
}

/** Whether what is hidden in any of the registers is seen. */
export const seesAnything = ({ whole, sees }: Registers): boolean =>
  whole === null ? sees : whole.some((one) => one.sees);
