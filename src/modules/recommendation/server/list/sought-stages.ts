import { greatestShare } from "#kernel/sought-syllables.ts";
import { sql, type RawBuilder } from "kysely";
import {
  asPhrase,
  askedOf,
  asWritten,
  inIndex,
  isMarked,
  isOnePhrase,
  type Asked,
  type Sought,
} from "./found-words.ts";
import type { Placing, Stage } from "./matter-order.ts";
import type { SyllableStatistics } from "./syllable-statistics.ts";

type Condition = RawBuilder<boolean>;

/** So many of the first in the order of a list are looked at, where many of them may be found. */
const LOOKED_AT_FIRST = 2000;
/** So few are read by the index and put in order. */
const FEW_FOUND = 1500;

/** Among which matters is looked: what is known of them by their row in `present_matter` alone. */
export type Among = {
  /** In the registers of a few units only. */
  readonly few: boolean;
  readonly within: (row: string) => Condition;
  /** Whether an index has them in the order of the list. */
  readonly inOrder: boolean;
};

/**
 * The best first: 2 with its tone marks, 1 as one phrase without them, 0 word by word. What was typed without tone
 * marks has none to find; one word is a phrase. What the actor does not read whole (`whole`) comes last, lest its
 * place tell what stands where it is masked.
 */
export function stagesFor(
  sought: Sought,
  whole: Condition,
  among: Among,
  statistics: SyllableStatistics | null,
): Stage[] {
  const phrase = asPhrase(sought, whole);
  const marked = isMarked(sought) ? sql<boolean>`(${phrase} and ${asWritten(sought)})` : null;
  const stage = (exactness: number, fits: Condition, asked: Asked): Stage => ({
    exactness,
    fits,
    ...(statistics && { sources: sourcesFor(asked, among, statistics) }),
  });
  const best = marked ? [stage(2, marked, askedOf(sought, true))] : [];
  if (isOnePhrase(sought))
    return [
      ...best,
      stage(1, marked ? sql<boolean>`not ${marked}` : sql<boolean>`true`, askedOf(sought, false)),
    ];
  const withoutMarks = marked ? sql<boolean>`(${phrase} and not ${asWritten(sought)})` : phrase;
  return [
    ...best,
    stage(1, withoutMarks, askedOf(sought, true)),
    stage(0, sql<boolean>`not ${phrase}`, askedOf(sought, false)),
  ];
}

/**
 * Where the rarest syllable is rare, the index gives the few that have it. Where each is frequent, a page is full after
 * the first some hundred in the list's own order; only what these do not give is asked of the index.
 */
function sourcesFor(asked: Asked, among: Among, statistics: SyllableStatistics): Stage["sources"] {
  const found = statistics.matters * greatestShare(asked.words, statistics.shareOf);
  const atOnce = (placing: Placing) => byIndex(asked, among, placing);
  if (!among.few && (found <= FEW_FOUND || !among.inOrder)) return [atOnce];
  return [(placing) => first(among, placing), (placing) => further(asked, among, placing)];
}

const withTheRest = sql`join recommendation r on r.id = p.recommendation_id join unit u on u.id = p.unit_id`;

const orderOf = (row: string, { column, direction }: Placing) =>
  sql`${sql.ref(`${row}.${column}`)} ${direction}, ${sql.ref(`${row}.recommendation_id`)} ${direction}`;

function first({ within }: Among, placing: Placing) {
  return sql`(select c.* from present_matter c where ${within("c")} and ${placing.beyond("c")}
    order by ${orderOf("c", placing)} limit ${LOOKED_AT_FIRST}) p ${withTheRest}`;
}

/** Put in order before anything else is asked of them: the page is full long before the last. */
function byIndex(asked: Asked, { within }: Among, placing: Placing) {
  return sql`(select c.* from recommendation hit join present_matter c on c.recommendation_id = hit.id
    where ${inIndex("hit", asked)} and ${within("c")} and ${placing.beyond("c")}
    order by ${orderOf("c", placing)} offset 0) p ${withTheRest}`;
}

/** What the index has behind the last of the first; nothing, and no look at the index, where these were all. */
function further(asked: Asked, { within }: Among, placing: Placing) {
  const place = (row: string) =>
    sql`(${sql.ref(`${row}.${placing.column}`)}, ${sql.ref(`${row}.recommendation_id`)})`;
  return sql`(select c.* from (
      select c.recommendation_id, ${sql.ref(`c.${placing.column}`)} from present_matter c
      where ${within("c")} and ${placing.beyond("c")}
      order by ${orderOf("c", placing)} offset ${LOOKED_AT_FIRST - 1} limit 1) last
    cross join lateral (select c.* from recommendation hit join present_matter c on c.recommendation_id = hit.id
      where ${inIndex("hit", asked)} and ${within("c")} and ${place("c")} ${placing.further} ${place("last")} offset 0) c
    order by ${orderOf("c", placing)} offset 0) p ${withTheRest}`;
}
