import type { Actor } from "#kernel/actor.ts";
import { cleanText, searchKey } from "#kernel/vietnamese-text.ts";
import { readScope, withHeirs, withPredecessors } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import type { MatterReading } from "../matter/find-matter.ts";
import { soughtIn } from "../list/found-words.ts";
import { conditionsOf, LONGEST_SOUGHT, matterFilter } from "../list/matter-filter.ts";
import type { SimilarMatter } from "../receipt/similar-matters.ts";
import { foundAsTold, toldKeys } from "../sight/told-keys.ts";
import { toldWithout } from "../sight/told-without.ts";
import {
  beginningOf,
  namesWithheldIn,
  presentMatters,
  villageOfMatter,
  wordsShownIn,
} from "../sight/visibility.ts";

const ofMatter = { unit: sql`r.unit_id`, village: sql`r.village_id`, day: sql`r.received_on` };
const atMost = 8;

/**
 * The matters of the same unit, or of those it carries on and that carry it on, into which one can be merged: received no
 * later; the likest first, narrowed by a text when one is given.
 */
export async function mergeCandidates(
  db: Kysely<DB>,
  actor: Actor,
  matter: MatterReading,
  text: string | undefined,
  today: string,
): Promise<SimilarMatter[]> {
  const scope = await readScope(db, actor);
  const house = await houseOf(db, matter.unitId);
  const place = sql<boolean>`p.unit_id = any(${house}::uuid[]) and r.id <> ${matter.id} and p.received_on <= ${matter.receivedOn}::date
      and p.status not in ('merged', 'routed_out', 'rejected')`;
  const narrowed = matterFilter.parse({ text: text && cleanText(text).slice(0, LONGEST_SOUGHT) });
  const asked = sql<boolean>`${place} and ${conditionsOf(narrowed, scope, today)} and ${wordsShownIn(scope, today)}`;
  const conditions = await foundAsTold(db, asked, soughtIn(text), scope, today);
  const key = await toldKeys(db, asked, scope, today);
  const folded = searchKey(matter.text).slice(0, 2000);
  const { rows } = await sql<SimilarMatter & { namesWithheld: string[] }>`
    select r.code, ${beginningOf(sql`r.text`, 240)} as excerpt, ${namesWithheldIn(scope, today)} as "namesWithheld", r.received_on as "receivedOn", p.status,
      ${villageOfMatter(ofMatter)} as "villageName"
    from ${presentMatters}
    where ${conditions}
    order by similarity(${key}, ${folded}) desc, r.received_on desc, r.id limit ${atMost}`.execute(db);
  return rows.map((row) => toldWithout(row, ["excerpt"], 240));
}

/** A unit with what it carries on, what carries it on, and what that carries on besides. */
async function houseOf(db: Kysely<DB>, unitId: string): Promise<string[]> {
  return withPredecessors(db, await withHeirs(db, [unitId]));
}
