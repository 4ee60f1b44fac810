import { uuidv7 } from "#kernel/identifier.ts";
import { Problem } from "#kernel/problem.ts";
import { unitKey } from "#kernel/sought-words.ts";
import { buildNationalLoad } from "#modules/organization/national/national.ts";
import { summarizeNational, type NationalSummary } from "#modules/organization/national/summary.ts";
import { act } from "#platform/server/act/act.ts";
import type { DB } from "#db";
import { sql, type Transaction } from "kysely";
import { z } from "zod";
import { mayLoadNational } from "../permissions.ts";
import { organizationProblems as problems } from "../problems.ts";
import { CENTRE_CODE } from "../unit.ts";
import { compareNational, type Difference, type NationalComparison } from "./compare-national.ts";
import { readNationalSource } from "./national-source.ts";
import { newUnit, rootsIn, type IdOf } from "./national-units.ts";
import { recordSuccessions } from "./succession.store.ts";
import { centre, inParts, insertUnits, refreshAncestry } from "./unit.store.ts";

/** How many of each were written, or would be; the sentences about units that stay as they are. */
export type NationalOutcome = {
  readonly written: Readonly<Record<"units" | "successions" | "aliases" | "findings", number>>;
  readonly differing: readonly Difference[];
  readonly summary: NationalSummary;
};

/** Told before each step: what it writes, and how many. */
export type NationalProgress = (step: keyof NationalOutcome["written"] | "ancestry", count: number) => void;

/**
 * Both national trees, before and after 1/7/2025, and the successions between them. Only what is missing is
 * written: a second time nothing changes.
 */
export const loadNational = nationalAct(() => {});

/** The same act, telling its steps to the one who waits for it. */
export function nationalAct(told: NationalProgress) {
  return act({
    name: "organization.load_national",
    title: { vi: "Nạp đơn vị hành chính cả nước", en: "Load the national units" },
    may: mayLoadNational,
    input: z.strictObject({}),
    problems,
    place: async () => ({ unitId: null }),
    async run({ trx, now }): Promise<NationalOutcome> {
      // Of two loads at once the second finds everything there.
      await sql`select pg_advisory_xact_lock(hashtext('organization.load_national'))`.execute(trx);
      const load = buildNationalLoad(await readNationalSource());
      const comparison = await compareNational(trx, load);
      refuseWhereBlocked(comparison);
      const idOf = await identifiers(trx, comparison, now);
      const rootOf = rootsIn(load);
      const units = comparison.units.map((unit) => newUnit(unit, rootOf, idOf));
      told("units", units.length);
      await insertUnits(trx, units, now);
      told("ancestry", units.length);
      if (units.length > 0)
        await refreshAncestry(
          trx,
          units.map(({ id }) => id),
        );
      told("successions", comparison.successions.length);
      const ids = (codes: readonly string[]) => codes.map(idOf);
      await recordSuccessions(
        trx,
        comparison.successions.map(({ kind, on, from, to }) => ({ kind, on, from: ids(from), to: ids(to) })),
        now,
      );
      told("aliases", comparison.aliases.length);
      await insertAliases(trx, comparison, idOf, now);
      told("findings", comparison.findings.length);
      await insertFindings(trx, comparison, now);
      return outcomeOf(comparison, summarizeNational(load));
    },
  });
}

export function outcomeOf(comparison: NationalComparison, summary: NationalSummary): NationalOutcome {
  const { units, successions, aliases, findings, differing } = comparison;
  const written = {
    units: units.length,
    successions: successions.length,
    aliases: aliases.length,
    findings: findings.length,
  };
  return { written, differing, summary };
}

/** @throws Problem `code_of_another_kind` where a code of the load is held by a unit of another kind */
export function refuseWhereBlocked({ inTheWay }: NationalComparison): void {
  if (inTheWay.length === 0) return;
  throw new Problem(problems.code_of_another_kind, { values: { codes: inTheWay.join(", ") } });
}

async function identifiers(
  trx: Transaction<DB>,
  { units, present }: NationalComparison,
  now: Temporal.Instant,
): Promise<IdOf> {
  const ids = new Map([...present, [CENTRE_CODE, (await centre(trx)).id] as const]);
  for (const { code } of units) ids.set(code, uuidv7(now));
  return (code) => ids.get(code)!;
}

async function insertAliases(
  trx: Transaction<DB>,
  { aliases }: NationalComparison,
  idOf: IdOf,
  now: Temporal.Instant,
): Promise<void> {
  const rows = aliases.map(({ code, name, districtName, provinceName }) => ({
    unit_id: idOf(code),
    name,
    district_name: districtName,
    province_name: provinceName,
    search: unitKey(name),
    recorded_at: now.toString(),
  }));
  for (const some of inParts(rows, 4000)) await trx.insertInto("unit_alias").values(some).execute();
}

async function insertFindings(
  trx: Transaction<DB>,
  { findings }: NationalComparison,
  now: Temporal.Instant,
): Promise<void> {
  const rows = findings.map(({ row, unit, code, outcome, vi, en }) => ({
    id: uuidv7(now),
    source_row: row,
    unit_code: unit,
    code,
    outcome,
    vi,
    en,
    recorded_at: now.toString(),
  }));
  for (const some of inParts(rows, 4000)) await trx.insertInto("unit_finding").values(some).execute();
}
