import { unitsByCode } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import { sql, type Transaction } from "kysely";
import type { RegisterFile } from "../register-file.ts";
import { anyOf } from "./any-of.ts";
import { idsOfRefs } from "./ids-of-refs.ts";
import { newSuccessions } from "./import-successions.ts";

/** The lowest unit already there under which all that would be written falls today; null for the whole product. */
export async function placeOfImport(
  trx: Transaction<DB>,
  file: RegisterFile,
  today: string,
): Promise<string | null> {
  const written = [
    ...file.units.map(({ code }) => code),
    ...[...file.conferences, ...file.recommendations, ...file.returns].map(({ unit }) => unit),
    ...(await unitsOfNewPlans(trx, file)),
    ...(await unitsOfConferencesThere(trx, file)),
    ...(await newSuccessions(trx, file)).flatMap(({ from, to }) => [...from, ...to]),
  ];
  const parents = new Map(file.units.map(({ code, parent }) => [code, parent ?? null]));
  const there = await unitsByCode(trx, [
    ...new Set([...written, ...[...parents.values()].flatMap((code) => code ?? [])]),
  ]);
  const recorded = new Set(written.slice(file.units.length));
  // A unit of the file that is there already, and of which nothing is written, asks for no right.
  const asking = written.filter((code) => recorded.has(code) || !there.has(code));
  const tops = new Set(asking.map((code) => firstThere(code, parents, there)));
  if (tops.has(null)) return null;
  const { rows } = await sql<{ id: string }>`
    with top as (
      select id, greatest(from_on, least(until_on, ${today}::date)) as day from unit where code = any(${[...tops]}::text[]))
    select a.ancestor_id as id from unit_ancestry a
    join top on top.id = a.descendant_id and top.day between a.from_on and a.until_on
    group by 1 having count(distinct a.descendant_id) = (select count(*) from top)
    order by max(a.depth) limit 1`.execute(trx);
  return rows[0]?.id ?? null;
}

/** The unit itself or the first above it in the file that is there already. */
function firstThere(
  code: string,
  parents: ReadonlyMap<string, string | null>,
  there: ReadonlyMap<string, unknown>,
): string | null {
  const seen = new Set<string>();
  let at: string | null = code;
  while (at !== null && !there.has(at) && !seen.has(at)) {
    seen.add(at);
    at = parents.get(at) ?? null;
  }
  return at !== null && there.has(at) ? at : null;
}

async function unitsOfNewPlans(trx: Transaction<DB>, { plans }: RegisterFile): Promise<string[]> {
  const there = await idsOfRefs(
    trx,
    "plan",
    plans.map(({ ref }) => ref),
  );
  return plans.filter(({ ref }) => !there.has(ref)).map(({ unit }) => unit);
}

/** Turns and ballots may belong to conferences that are there already, in whatever unit. */
async function unitsOfConferencesThere(
  trx: Transaction<DB>,
  { turns, ballots }: RegisterFile,
): Promise<string[]> {
  const refs = [...turns, ...ballots].map(({ conference }) => conference);
  const there = await idsOfRefs(trx, "conference", refs);
  const rows = await trx
    .selectFrom("conference as c")
    .innerJoin("unit as u", "u.id", "c.unit_id")
    .select("u.code")
    .where("c.id", "=", anyOf([...there.values()]))
    .execute();
  return rows.map(({ code }) => code);
}
