import type { DB } from "#db";
import type { Capacity } from "#kernel/actor.ts";
import { postsInUnit } from "#modules/organization/server/index.ts";
import { sql, type Kysely } from "kysely";
import type { Paper, Side } from "../document-model.ts";
import { defaultOffice, type Heads, type OfficeUnit } from "../office-defaults.ts";
import { paperOf, type Office, type PaperContent } from "../office.ts";
import { storedOffice, type KnownThen } from "./office.store.ts";
import { writerOn } from "./writer-on.ts";

/**
 * What a side's papers of a day look like: as the office had set it by then, otherwise what its unit's name and kind suggest.
 * Names, place and signers are those of the day; of a unit that is not there on it, those of whoever stands in its place.
 */
export async function officeOf(
  db: Kysely<DB>,
  unitId: string,
  side: Side,
  day: string,
): Promise<Office & { readonly isSet: boolean }> {
  const writer = await writerOn(db, unitId, day);
  const [unit, heads] = [await officeUnit(db, writer, day), await headsOf(db, writer, day)];
  const usual = defaultOffice(side, unit, heads);
  const stored = await storedOffice(db, writer, side, day);
  if (!stored) return { ...usual, isSet: false };
  // As known when it was set: what was entered afterwards, for whatever day, the office did not mean.
  const { unit: named, heads: headed } = stored.known ?? (await knownOn(db, writer, stored.since));
  const sameName = named.name === unit.name && named.parentName === unit.parentName;
  const { superior, issuer, place } = sameName ? stored.office : usual;
  const signers = signersOn(stored.office, headed, heads);
  return { ...stored.office, superior, issuer, place, signers, isSet: true };
}

/** How a unit is called and who heads it on a day. */
export async function knownOn(db: Kysely<DB>, unitId: string, day: string): Promise<KnownThen> {
  return { unit: await officeUnit(db, unitId, day), heads: await headsOf(db, unitId, day) };
}

/** Whoever headed a side when the office was set has been followed by whoever heads it on the day. */
function signersOn({ signers }: Office, then: Heads, now: Heads): Office["signers"] {
  const sides = Object.keys(heads) as Side[];
  return signers.map((signer) => {
    const side = sides.find((each) => then[each] !== null && then[each] === signer.name);
    return side && now[side] ? { ...signer, name: now[side] } : signer;
  });
}

/** A draft of one of a unit's papers of a day: framed by its office, without a number. */
export async function draftPaper(
  db: Kysely<DB>,
  unitId: string,
  content: PaperContent,
  day: string,
): Promise<Paper> {
  return paperOf(await officeOf(db, unitId, content.side, day), content);
}

/** A unit that is gone is called as on its last day. */
async function officeUnit(db: Kysely<DB>, unitId: string, on: string): Promise<OfficeUnit> {
  const { rows } = await sql<OfficeUnit>`
    with u as (select id, code, kind, greatest(from_on, least(until_on, ${on}::date)) as day
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

async function headsOf(db: Kysely<DB>, unitId: string, day: string): Promise<Heads> {
  const posts = await postsInUnit(db, unitId, day);
  const named = (side: Side) =>
    posts.find(({ capacity, acting }) => capacity === heads[side] && !acting)?.personName ?? null;
  return { party: named("party"), government: named("government"), front: named("front") };
}
