import { optionalText, optionalWholeNumber, unitCodeInput } from "#kernel/input.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem, type FieldFault } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import { asProblem, statedProblem } from "#platform/server/act/database-problems.ts";
import type { DB } from "#db";
import { sql, type Kysely, type Transaction } from "kysely";
import { z } from "zod";
import { mayAdminister } from "../permissions.ts";
import { organizationProblems as problems } from "../problems.ts";
import { checkSuccessionRows } from "../succession-rows.ts";
import {
  codesInCell,
  type KnownUnit,
  type SuccessionRow,
  type SuccessionToMake,
  type UnitAfter,
} from "../succession-row.ts";
import { dayBefore } from "../unit.ts";
import { arrange } from "./arrange.ts";
import { liesBelowNow } from "./lies-below.ts";
import { rename } from "./rename-unit.ts";
import { insertUnits, refreshAncestry, unitByCode, unitsByCode } from "./unit.store.ts";

const constraints = { unit_code_key: problems.code_taken };

const row = z.strictObject({
  line: optionalWholeNumber(1, 1_048_576),
  kind: optionalText(200),
  from: optionalText(5000),
  to: optionalText(5000),
  name: optionalText(5000),
  rest: optionalText(200),
  on: optionalText(200),
  symbol: optionalText(200),
});

/**
 * Arrangements of units, many at once: all of them or none. A unit that is not there yet is made, of the kind and in
 * the place of the first of those before it. Every faulty cell is told, as `rows.N.column`.
 */
export const importSuccessions = act({
  name: "organization.import_successions",
  title: { vi: "Nhập danh sách sắp xếp đơn vị", en: "Import a list of arrangements of units" },
  may: mayAdminister,
  input: z.strictObject({ under: unitCodeInput, rows: z.array(row).min(1).max(2000) }),
  problems,
  constraints,
  async place({ trx, input }) {
    const under = await unitByCode(trx, input.under, "under");
    return { unitId: under.id, under };
  },
  async run({ trx, input, place: { under }, now, today }) {
    const faults = await carriedOut(trx, under.id, input.rows, { now, today });
    if (faults.length > 0)
      throw new Problem(problems.successions_at_fault, { values: { count: faults.length }, faults });
    return { count: input.rows.length };
  },
});

/** The verdict on a list without writing it: every faulty cell. @throws Problem `unit_not_found` */
export async function faultsOfSuccessionRows(
  db: Kysely<DB>,
  underCode: string,
  rows: readonly SuccessionRow[],
  moment: Moment,
): Promise<readonly FieldFault[]> {
  const under = await unitByCode(db, underCode, "under");
  // Carried out as the act would, and taken back: the rules are asked, not told again.
  const trx = await db.startTransaction().execute();
  try {
    return await carriedOut(trx, under.id, rows, moment);
  } finally {
    await trx.rollback().execute();
  }
}

type Moment = { readonly now: Temporal.Instant; readonly today: string };

/** Writes the rows without a fault, by their days, and tells the faults of all others. */
async function carriedOut(
  trx: Transaction<DB>,
  underId: string,
  rows: readonly SuccessionRow[],
  moment: Moment,
): Promise<FieldFault[]> {
  const known = await knownUnits(trx, underId, rows, moment.today);
  const { successions, faults } = checkSuccessionRows(rows, known);
  for (const succession of successions.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on))))
    faults.push(...(await faultsIn(trx, succession, moment)));
  return faults;
}

/** What only shows when a row is carried out; then nothing of it stays. */
async function faultsIn(
  trx: Transaction<DB>,
  succession: SuccessionToMake,
  moment: Moment,
): Promise<FieldFault[]> {
  await sql`savepoint one_row`.execute(trx);
  try {
    await carryOut(trx, succession, moment);
    await sql`release savepoint one_row`.execute(trx);
    return [];
  } catch (error) {
    const problem = statedProblem(error, constraints) ?? asProblem(error);
    if (!(problem instanceof Problem)) throw error;
    await sql`rollback to savepoint one_row`.execute(trx);
    const [first] = problem.faults;
    const column = columnOf(first?.field ?? "");
    return [{ field: `rows.${succession.index}.${column}`, vi: problem.vi, en: problem.en }];
  }
}

function columnOf(field: string): string {
  if (/^child(:|ren)/.test(field)) return "rest";
  return ["from", "to", "name", "on"].includes(field) ? field : "from";
}

async function carryOut(
  trx: Transaction<DB>,
  succession: SuccessionToMake,
  { now, today }: Moment,
): Promise<void> {
  const { kind, on, symbol, rest } = succession;
  const [first] = succession.from as [KnownUnit];
  if (kind === "rename") return rename(trx, first.id, succession.name, on, now, symbol);
  const to: string[] = [];
  for (const unit of succession.to) to.push(await idAfter(trx, unit, first, on, now));
  const from = succession.from.map(({ id }) => id);
  await arrange(trx, { kind, on, symbol, from, to }, { children: [], all: rest }, { now, today });
}

/** The unit that is there, by now, or a new one of the kind of another, where that lies. */
async function idAfter(
  trx: Transaction<DB>,
  unit: UnitAfter,
  { kind, rootId, id: beside }: KnownUnit,
  on: string,
  now: Temporal.Instant,
): Promise<string> {
  if (unit.id !== null) return unit.id;
  const made = (await unitsByCode(trx, [unit.code])).get(unit.code);
  if (made) return made.id;
  const id = uuidv7(now);
  const days = { fromOn: on, untilOn: "infinity" };
  const names = [{ name: unit.name, ...days }];
  const parents = [{ parentId: await parentBefore(trx, beside, on), ...days }];
  const root = rootId === beside ? id : rootId;
  await insertUnits(trx, [{ id, code: unit.code, kind, ...days, rootId: root, names, parents }], now);
  await refreshAncestry(trx, [id]);
  return id;
}

/** What a unit hangs on on the eve of a day; where it goes later does not yet count. */
async function parentBefore(db: Kysely<DB>, unitId: string, on: string): Promise<string> {
  const eve = dayBefore(on);
  const { parent_id } = await db
    .selectFrom("unit_parent")
    .select("parent_id")
    .where("unit_id", "=", unitId)
    .where("from_on", "<=", eve)
    .where("until_on", ">=", eve)
    .executeTakeFirstOrThrow();
  return parent_id;
}

async function knownUnits(
  db: Kysely<DB>,
  underId: string,
  rows: readonly SuccessionRow[],
  today: string,
): Promise<Map<string, KnownUnit>> {
  const codes = rows.flatMap(({ from, to }) => [...codesInCell(from), ...codesInCell(to)]);
  const below = liesBelowNow({ unit: sql`u.id`, above: sql`${underId}`, today });
  const { rows: found } = await sql<KnownUnit>`
    select u.id, u.code, u.kind, u.from_on as "fromOn", u.until_on as "untilOn", u.root_id as "rootId",
      u.id = ${underId} as own, u.id <> ${underId} and ${below} as within,
      (select parent_id from unit_parent p where p.unit_id = u.id order by p.from_on desc limit 1) as "parentId"
    from unit u where u.code = any(${codes})`.execute(db);
  return new Map(found.map((unit) => [unit.code, unit]));
}
