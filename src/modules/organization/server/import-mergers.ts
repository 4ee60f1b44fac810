import { optionalText, optionalWholeNumber, unitCodeInput } from "#kernel/input.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem, type FieldFault } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import type { DB } from "#db";
import { sql, type Kysely, type Transaction } from "kysely";
import { z } from "zod";
import {
  checkMergerRows,
  codesInCell,
  type KnownUnit,
  type MergerRow,
  type MergerToMake,
} from "../merger-rows.ts";
import { mayAdminister } from "../permissions.ts";
import { organizationProblems as problems } from "../problems.ts";
import { applySuccession } from "./apply-succession.ts";
import { insertUnits, refreshAncestry, unitByCode } from "./unit.store.ts";

const row = z.strictObject({
  line: optionalWholeNumber(1, 1_048_576),
  from: optionalText(5000),
  to: optionalText(200),
  name: optionalText(1000),
  on: optionalText(200),
  symbol: optionalText(200),
});

/**
 * Mergers of villages, many at once: all of them or none. A village that is not there yet is made, where those that go
 * over into it lay. Every faulty cell is told, as `rows.N.column`.
 */
export const importMergers = act({
  name: "organization.import_mergers",
  title: { vi: "Nhập danh sách sáp nhập thôn, tổ dân phố", en: "Import a list of village mergers" },
  may: mayAdminister,
  input: z.strictObject({ under: unitCodeInput, rows: z.array(row).min(1).max(2000) }),
  problems,
  constraints: { unit_code_key: problems.code_taken },
  async place({ trx, input }) {
    const under = await unitByCode(trx, input.under, "under");
    return { unitId: under.id, under };
  },
  async run({ trx, input, place: { under }, now }) {
    const { mergers, faults } = checkMergerRows(input.rows, await knownUnits(trx, under.id, input.rows));
    if (faults.length > 0)
      throw new Problem(problems.mergers_at_fault, { values: { count: faults.length }, faults });
    for (const merger of mergers.toSorted((a, b) => (a.on < b.on ? -1 : 1))) await merge(trx, merger, now);
    return { count: mergers.length };
  },
});

/** The verdict on a list without writing it: every faulty cell. @throws Problem `unit_not_found` */
export async function faultsOfMergerRows(
  db: Kysely<DB>,
  underCode: string,
  rows: readonly MergerRow[],
): Promise<readonly FieldFault[]> {
  const under = await unitByCode(db, underCode, "under");
  return checkMergerRows(rows, await knownUnits(db, under.id, rows)).faults;
}

async function merge(trx: Transaction<DB>, { from, to, on, symbol }: MergerToMake, now: Temporal.Instant) {
  const toId = "id" in to ? to.id : await made(trx, to, from[0]!, on, now);
  const ids = from.map(({ id }) => id);
  await applySuccession(trx, { kind: "merge", on, symbol, from: ids, to: [toId] }, now);
}

/** A new village where the first of the old ones lay. */
async function made(
  trx: Transaction<DB>,
  { code, name }: { code: string; name: string },
  beside: KnownUnit,
  on: string,
  now: Temporal.Instant,
): Promise<string> {
  const id = uuidv7(now);
  const days = { fromOn: on, untilOn: "infinity" };
  const parents = [{ parentId: beside.parentId!, ...days }];
  const unit = {
    id,
    code,
    kind: "village" as const,
    ...days,
    rootId: beside.rootId,
    names: [{ name, ...days }],
    parents,
  };
  await insertUnits(trx, [unit], now);
  await refreshAncestry(trx, [id]);
  return id;
}

async function knownUnits(
  db: Kysely<DB>,
  underId: string,
  rows: readonly MergerRow[],
): Promise<Map<string, KnownUnit>> {
  const codes = rows.flatMap(({ from, to }) => [...codesInCell(from), ...(to ? [to] : [])]);
  const { rows: found } = await sql<KnownUnit>`
    select u.id, u.code, u.kind, u.from_on as "fromOn", u.until_on as "untilOn", u.root_id as "rootId",
      exists (select from unit_ancestry a where a.descendant_id = u.id and a.ancestor_id = ${underId}
        and a.until_on >= u.until_on) as within,
      (select parent_id from unit_parent p where p.unit_id = u.id order by p.from_on desc limit 1) as "parentId"
    from unit u where u.code = any(${codes})`.execute(db);
  return new Map(found.map((unit) => [unit.code, unit]));
}
