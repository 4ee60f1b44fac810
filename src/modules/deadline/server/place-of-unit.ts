import type { DB } from "#db";
import type { Kysely } from "kysely";
import type { Place } from "../rules-in-force.ts";

export type PlaceOnADay = Place & {
  /** Ids by code, of the unit and its superiors. */
  readonly idOfCode: ReadonlyMap<string, string>;
};

/** A unit with its superiors as they stood on a day: a commune of 2024 is under the province of 2024. */
export async function placeOfUnit(db: Kysely<DB>, unitId: string, on: string): Promise<PlaceOnADay> {
  const line = await db
    .selectFrom("unit_ancestry")
    .innerJoin("unit", "unit.id", "unit_ancestry.ancestor_id")
    .select(["unit.id", "unit.code", "unit.kind", "unit_ancestry.depth"])
    .where("unit_ancestry.descendant_id", "=", unitId)
    .where("unit_ancestry.from_on", "<=", on)
    .where("unit_ancestry.until_on", ">=", on)
    .execute();
  const itself = line.find(({ depth }) => depth === 0);
  return {
    territories: line.map(({ id }) => id),
    unitKind: itself?.kind ?? "",
    idOfCode: new Map(line.map(({ id, code }) => [code, id])),
  };
}
