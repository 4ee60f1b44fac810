import type { DB } from "#db";
import type { Capacity } from "#kernel/actor.ts";
import { postsInUnit } from "#modules/organization/server/index.ts";
import { sql, type Kysely } from "kysely";
import type { Paper, Side } from "../document-model.ts";
import { defaultOffice, type Heads, type OfficeUnit } from "../office-defaults.ts";
import { paperOf, type Office, type PaperContent } from "../office.ts";
import { storedOffice } from "./office.store.ts";

/** What a side's papers look like today: as the office set it, otherwise what its unit's name and kind suggest. */
export async function officeOf(
  db: Kysely<DB>,
  unitId: string,
  side: Side,
  today: string,
): Promise<Office & { readonly isSet: boolean }> {
  const stored = await storedOffice(db, unitId, side);
  if (stored) return { ...stored, isSet: true };
  const [unit, heads] = [await officeUnit(db, unitId, today), await headsOf(db, unitId, today)];
  return { ...defaultOffice(side, unit, heads), isSet: false };
}

/** A draft of one of a unit's papers: framed by its office, without a number. */
export async function draftPaper(
  db: Kysely<DB>,
  unitId: string,
  content: PaperContent,
  today: string,
): Promise<Paper> {
  return paperOf(await officeOf(db, unitId, content.side, today), content);
}

/** A unit that is gone is called as on its last day. */
async function officeUnit(db: Kysely<DB>, unitId: string, today: string): Promise<OfficeUnit> {
  const { rows } = await sql<OfficeUnit>`
    with u as (select id, code, kind, greatest(from_on, least(until_on, ${today}::date)) as day
      from unit where id = ${unitId})
    select u.kind, coalesce(n.name, u.code) as name, above.name as "parentName"
    from u left join unit_name n on n.unit_id = u.id and u.day between n.from_on and n.until_on
      left join lateral (
        select pn.name from unit_parent p join unit pu on pu.id = p.parent_id and pu.kind <> 'centre'
          join unit_name pn on pn.unit_id = pu.id and u.day between pn.from_on and pn.until_on
        where p.unit_id = u.id and u.day between p.from_on and p.until_on) above on true`.execute(db);
  return rows[0]!;
}

const heads: Readonly<Record<Side, Capacity>> = {
  party: "party_secretary",
  government: "chairperson",
  front: "front_chair",
};

async function headsOf(db: Kysely<DB>, unitId: string, today: string): Promise<Heads> {
  const posts = await postsInUnit(db, unitId, today);
  const named = (side: Side) =>
    posts.find(({ capacity, acting }) => capacity === heads[side] && !acting)?.personName ?? null;
  return { party: named("party"), government: named("government"), front: named("front") };
}
