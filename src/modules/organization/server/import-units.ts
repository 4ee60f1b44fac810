import { optionalText, optionalWholeNumber, unitCodeInput } from "#kernel/input.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem, type FieldFault } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { z } from "zod";
import { mayKeepUnits } from "../permissions.ts";
import { organizationProblems as problems } from "../problems.ts";
import { CENTRE_CODE, type Unit } from "../unit.ts";
import { checkUnitRows, type KnownUnits, type UnitRow, type UnitToMake } from "../unit-rows.ts";
import { liesBelowNow } from "./lies-below.ts";
import { insertUnits, refreshAncestry, unitByCode, unitsByCode, type NewUnit } from "./unit.store.ts";

const row = z.strictObject({
  line: optionalWholeNumber(1, 1_048_576),
  code: optionalText(200),
  name: optionalText(1000),
  kind: optionalText(200),
  parent: optionalText(200),
  from: optionalText(200),
  until: optionalText(200),
});

/**
 * Villages, agencies and organisations, many at once: all of them or none. Every faulty cell is told, as
 * `rows.N.column`. A row without a parent lies directly under `under`; parents may be rows of the same list.
 */
export const importUnits = act({
  name: "organization.import_units",
  title: { vi: "Nhập danh sách đơn vị", en: "Import a list of units" },
  may: mayKeepUnits,
  input: z.strictObject({ under: unitCodeInput, rows: z.array(row).min(1).max(5000) }),
  problems,
  constraints: { unit_code_key: problems.code_taken },
  audit: ({ under, rows }) => ({ under, codes: rows.map(({ code }) => code) }),
  async place({ trx, input }) {
    const under = await unitByCode(trx, input.under, "under");
    return { unitId: under.id, under };
  },
  async run({ trx, input, place: { under }, now, today }) {
    const { units, faults } = checkUnitRows(input.rows, await knownUnits(trx, under, input.rows, today));
    if (faults.length > 0)
      throw new Problem(problems.rows_at_fault, { values: { count: faults.length }, faults });
    const made = await newUnits(trx, units, under, now);
    await insertUnits(trx, made, now);
    await refreshAncestry(
      trx,
      made.map(({ id }) => id),
    );
    return { count: made.length };
  },
});

/** The verdict on a list without writing it: every faulty cell. @throws Problem `unit_not_found` */
export async function faultsOfUnitRows(
  db: Kysely<DB>,
  underCode: string,
  rows: readonly UnitRow[],
  today: string,
): Promise<readonly FieldFault[]> {
  const under = await unitByCode(db, underCode, "under");
  return checkUnitRows(rows, await knownUnits(db, under, rows, today)).faults;
}

async function knownUnits(
  db: Kysely<DB>,
  under: Unit,
  rows: readonly UnitRow[],
  today: string,
): Promise<KnownUnits> {
  const named = rows.flatMap(({ code, parent }) => [code, parent]).filter((code) => code !== undefined);
  const { rows: found } = await sql<{ code: string; within: boolean }>`
    select u.code, ${liesBelowNow({ unit: sql`u.id`, above: sql`${under.id}`, today })} as within
    from unit u where u.code = any(${named})`.execute(db);
  return {
    under: under.code,
    taken: new Set(found.map(({ code }) => code)),
    within: new Set(found.filter(({ within }) => within).map(({ code }) => code)),
  };
}

async function newUnits(
  db: Kysely<DB>,
  units: readonly UnitToMake[],
  under: Unit,
  now: Temporal.Instant,
): Promise<NewUnit[]> {
  const present = await unitsByCode(
    db,
    units.map(({ parent }) => parent),
  );
  const ids = new Map([...present].map(([code, { id }]) => [code, id]));
  for (const { code } of units) ids.set(code, uuidv7(now));
  return units.map(({ code, name, kind, subtype, parent, from, until }) => {
    const id = ids.get(code)!;
    const days = { fromOn: from ?? "-infinity", untilOn: until ?? "infinity" };
    const rootId = under.code === CENTRE_CODE ? (present.get(parent)?.rootId ?? id) : under.rootId;
    const parents = [{ parentId: ids.get(parent)!, ...days }];
    return { id, code, kind, subtype, ...days, names: [{ name, ...days }], parents, rootId };
  });
}
