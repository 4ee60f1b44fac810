import type { Actor } from "#kernel/actor.ts";
import { searchKey } from "#kernel/vietnamese-text.ts";
import { readScope, unitsByCode, withHeirs, withPredecessors } from "#modules/organization/server/index.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import type { Status } from "../../status-transitions.ts";
import { toldKeys } from "../sight/told-keys.ts";
import { toldWithout } from "../sight/told-without.ts";
import {
  beginningOf,
  namesWithheldIn,
  presentMatters,
  readableIn,
  villageOfMatter,
  wordsShownIn,
} from "../sight/visibility.ts";

export type SimilarMatter = {
  readonly code: string;
  readonly excerpt: string;
  readonly villageName: string | null;
  readonly receivedOn: string;
  readonly status: Status;
};

const ofMatter = { unit: sql`r.unit_id`, village: sql`r.village_id`, day: sql`r.received_on` };
const atMost = 5;

/** A new matter as far as it is written down: its words, and by their codes its unit, field and village. */
export type Said = {
  readonly text: string;
  readonly unit: string;
  readonly field?: string | undefined;
  readonly village?: string | undefined;
};

/** A unit with what it carries on, what carries it on, and what that carries on besides; nothing where it is not there. */
const houseOf = remembered(async (db: Kysely<DB>, _actor: Actor, code: string): Promise<string[]> => {
  const unit = code === "" ? undefined : (await unitsByCode(db, [code])).get(code);
  return unit ? withPredecessors(db, await withHeirs(db, [unit.id])) : [];
});

/**
 * How like it a matter must be, as a part of 1. Two sentences about nothing in common come to 0.3 to 0.45, two about one
 * thing in other words to little more; so what is asked decides with the words: of the same main field less is enough, of
 * another field, or while none is chosen, they must be nearly the same. From one village comes the same thing again.
 */
const likeEnough = 0.55;
const worth = { sameField: 0.2, sameVillage: 0.04 };

/** What stands in every request says nothing of this one. */
const polite = /\b(de nghi|kien nghi|quan tam|xem xet|giai quyet|som|kinh mong)\b/g;

/**
 * Matters of a unit or of those it carries on, of any age, that ask for the same: the five likest, those of the same field and village first, tone
 * marks or not. What the actor may not read is not among them.
 */
export async function similarMatters(
  db: Kysely<DB>,
  actor: Actor,
  { text, unit, field = "", village = "" }: Said,
  today: string,
): Promise<SimilarMatter[]> {
  const folded = searchKey(text.slice(0, 8000))
    .replace(polite, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 2000);
  if (folded === "") return [];
  const scope = await readScope(db, actor);
  const [units, villages] = [await houseOf(db, actor, unit), await houseOf(db, actor, village)];
  const house = sql<boolean>`r.unit_id = any(${units}::uuid[])
    and ${readableIn(scope, today)} and ${wordsShownIn(scope, today)}`;
  const key = await toldKeys(db, house, scope, today);
  const { rows } = await sql<SimilarMatter & { namesWithheld: string[] }>`
    with asked as (
      select array(select f.code from field f join field own on own.code = ${field}
        where coalesce(f.parent_code, f.code) = coalesce(own.parent_code, own.code)) as fields,
        ${villages}::uuid[] as villages),
    like_it as (
      select r.id, greatest(similarity(told.key, ${folded}), word_similarity(${folded}, told.key))
        + case when r.field_code = any(asked.fields) then ${worth.sameField}::real else 0 end
        + case when r.village_id = any(asked.villages) then ${worth.sameVillage}::real else 0 end as likeness
      from asked, ${presentMatters} cross join lateral (select ${key} as key) told
      where ${house})
    select r.code, ${beginningOf(sql`r.text`, 240)} as excerpt, ${namesWithheldIn(scope, today)} as "namesWithheld", r.received_on as "receivedOn", p.status,
      ${villageOfMatter(ofMatter)} as "villageName"
    from like_it join ${presentMatters} on r.id = like_it.id
    where likeness >= ${likeEnough} order by likeness desc, r.received_on desc, r.id limit ${atMost}`.execute(
    db,
  );
  return rows.map((row) => toldWithout(row, ["excerpt"], 240));
}
