import type { DB } from "#db";
import { unitName } from "#modules/organization/server/index.ts";
import { sql, type Kysely } from "kysely";
import type { Coordinator } from "../../matter.ts";

/** An agency that helps the lead, with its duty and its date. */
export type CoordinatorLine = {
  readonly code: string;
  readonly name: string;
  /** Whose part it first was, where another carries it on; by its code a part is called done. */
  readonly dutyOf: { readonly code: string; readonly name: string } | null;
  readonly duty: string | null;
  readonly dueOn: string | null;
  /** The day on which it called its part done. */
  readonly doneOn: string | null;
};

/** The coordinating agencies by name, in the order in which they were named. */
export async function coordinatorLines(
  db: Kysely<DB>,
  coordinators: readonly Coordinator[],
  today: string,
): Promise<CoordinatorLine[]> {
  if (coordinators.length === 0) return [];
  const ids = coordinators.flatMap(({ unitId, dutyOf }) => [unitId, ...(dutyOf ? [dutyOf] : [])]);
  const { rows } = await sql<{ id: string; code: string; name: string }>`
    select given.id, given.code, ${unitName(sql`given.id`, sql`${today}::date`)} as name
    from unit given where given.id = any(${ids}::uuid[])`.execute(db);
  const units = new Map(rows.map(({ id, ...unit }) => [id, unit]));
  return coordinators.map(({ unitId, dutyOf, duty, dueOn, doneOn }) => ({
    ...units.get(unitId)!,
    dutyOf: dutyOf ? units.get(dutyOf)! : null,
    duty: duty ?? null,
    dueOn: dueOn ?? null,
    doneOn: doneOn ?? null,
  }));
}
