import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { basesIn, type LegalBasis } from "../../steps/legal-bases.ts";

/**
 * The legal bases that the form of some units offers: those of the whole country, and those of a territory in which
 * one of the units lies on the day; on any day, where it is not known yet.
 */
export async function basesOffered(
  db: Kysely<DB>,
  unitCodes: readonly string[],
  day: string | null,
): Promise<LegalBasis[]> {
  const { rows } = await sql<{ code: string }>`
    select distinct above.code from unit own
    join unit_ancestry a on a.descendant_id = own.id
      and (${day}::date is null or ${day}::date between a.from_on and a.until_on)
    join unit above on above.id = a.ancestor_id
    where own.code = any(${[...unitCodes]}::text[])`.execute(db);
  return basesIn(new Set([...unitCodes, ...rows.map(({ code }) => code)]), day);
}
