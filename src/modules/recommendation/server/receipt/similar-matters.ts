import type { Actor } from "#kernel/actor.ts";
import { alternatives, syllableKeys } from "#kernel/sought-syllables.ts";
import { searchKey } from "#kernel/vietnamese-text.ts";
import { readScope, unitsByCode, withHeirs, withPredecessors } from "#modules/organization/server/index.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import type { DB } from "#db";
import { sql, type Kysely, type RawBuilder } from "kysely";
import type { Status } from "../../status-transitions.ts";
import { syllableStatistics, type SyllableStatistics } from "../list/syllable-statistics.ts";
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

/** So many of the newest of a unit and of those it carries on are compared anyway: in most units that is all. */
const NEWEST = 300;
/** Of older ones about so many, which have a seldom word in common with it. */
const OLDER = 1500;

/** What stands in every request says nothing of this one. */
const polite = /\b(de nghi|kien nghi|quan tam|xem xet|giai quyet|som|kinh mong)\b/g;

/**
 * Matters of a unit or of those it carries on, of any age, that ask for the same, as far as they share a seldom word with it or are new: the five likest, those of the same field and village first, tone
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
  const compared = await comparedWith(db, folded, units);
  const { rows } = await sql<SimilarMatter & { namesWithheld: string[] }>`
    with asked as (
      select array(select f.code from field f join field own on own.code = ${field}
        where coalesce(f.parent_code, f.code) = coalesce(own.parent_code, own.code)) as fields,
        ${villages}::uuid[] as villages),
    like_it as (
      select r.id, greatest(similarity(told.key, ${folded}), word_similarity(${folded}, told.key))
        + case when r.field_code = any(asked.fields) then ${worth.sameField}::real else 0 end
        + case when r.village_id = any(asked.villages) then ${worth.sameVillage}::real else 0 end as likeness
      from asked, ${compared} cross join lateral (select ${key} as key) told
      where ${house})
    select r.code, ${beginningOf(sql`r.text`, 240)} as excerpt, ${namesWithheldIn(scope, today)} as "namesWithheld", r.received_on as "receivedOn", p.status,
      ${villageOfMatter(ofMatter)} as "villageName"
    from like_it join ${presentMatters} on r.id = like_it.id
    where likeness >= ${likeEnough} order by likeness desc, r.received_on desc, r.id limit ${atMost}`.execute(
    db,
  );
  return rows.map((row) => toldWithout(row, ["excerpt"], 240));
}

/**
 * As `presentMatters`, those of some units with which a text is compared, however many there are: the newest, and those that the index finds by the
 * most seldom of its words and pairs of words. What has none of these in common with it is not like it.
 */
async function comparedWith(
  db: Kysely<DB>,
  folded: string,
  units: readonly string[],
): Promise<RawBuilder<unknown>> {
  const statistics = await syllableStatistics(db);
  if (!statistics) return presentMatters;
  const newest = sql`(select c.recommendation_id from present_matter c where c.unit_id = any(${units}::uuid[])
    order by c.received_on desc, c.recommendation_id desc limit ${NEWEST}::int)`;
  const query = alternatives(seldomIn(folded, statistics));
  const older = sql`select hit.id from recommendation hit
    where syllables_of(hit.search) @@ ${query}::tsquery and hit.unit_id = any(${units}::uuid[])`;
  // Looked up one by one: what else is asked of them must not lead the planner to read whole registers.
  return sql`(${newest} union ${older}) compared(id)
    cross join lateral (select own.* from recommendation own where own.id = compared.id offset 0) r
    join present_matter p on p.recommendation_id = r.id join unit u on u.id = p.unit_id`;
}

/** The most seldom keys of a text, as many as bring about so many matters of all. */
function seldomIn(folded: string, { matters, shareOf }: SyllableStatistics): string[] {
  const keys = syllableKeys(folded)
    .map((key) => ({ key, found: matters * shareOf(key, false) }))
    .toSorted((one, other) => one.found - other.found);
  let sum = 0;
  return keys.filter(({ found }, place) => (sum += found) <= OLDER || place === 0).map(({ key }) => key);
}
