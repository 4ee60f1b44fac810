import { titles } from "#kernel/masking/name-parts.ts";
import { soughtSyllables } from "#kernel/sought-syllables.ts";
import { composed, foldTone } from "#kernel/vietnamese-text.ts";
import { anyUnit, type ReadScope } from "#modules/organization/server/index.ts";
import { sql, type RawBuilder } from "kysely";
import { outOfSightNow, presentMatters, wordsShownIn } from "../sight/visibility.ts";
import { hasAll } from "./found-words.ts";

type Condition = RawBuilder<boolean>;

/**
 * That a matter `p` was raised by somebody of that name, or is the one in which theirs goes on. It is the question at the
 * counter of an office, which knows the names in its own register (`namesKnownIn`): nobody else finds anything by it, nothing
 * is found in another register, and nothing by a matter whose words the asker does not read. The names of one register are
 * few, so no index is kept for them.
 */
export function raisedBy(name: string, scope: ReadScope, today: string): Condition {
  const words = soughtSyllables(withoutTitle(name));
  if (words.length === 0) return sql<boolean>`false`;
  return sql<boolean>`p.recommendation_id in (
    select unnest(array[p.recommendation_id, p.goes_on_id]) from ${presentMatters}
    join requester q on q.recommendation_id = r.id and q.name is not null
    cross join lateral (select search_key(q.name) as key offset 0) called
    where ${inOwnRegister(scope)} and ${wordsShownIn(scope, today, outOfSightNow)} and ${hasAll(words, sql`called.key`)})`;
}

function inOwnRegister({ everything, secretariatOf }: ReadScope): Condition {
  if (everything) return sql<boolean>`true`;
  const office = anyUnit(secretariatOf);
  return sql<boolean>`(p.unit_id = ${office} or (p.keeper_id = ${office} and p.keeper_id <> p.unit_id))`;
}

const titled = new RegExp(`^(?:${titles})\\s+(?=\\S)`, "iu");
/** Typed without marks; "chu", "duong" and "chau" begin names as well. */
const titledBare = /^(?:ong|ba|chi|co|bac|cu|thay)\s+(?=\S)/i;

/** "bà Nguyễn Thị Mẫu", "ba mau": one asks for somebody by what they are called; it is no part of the name that was written down. */
function withoutTitle(name: string): string {
  const asked = composed(name.trim());
  const isBare = foldTone(asked) === asked;
  return asked.replace(titled, "").replace(isBare ? titledBare : /^$/, "");
}
