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

/** So many of the first in the order of a list are looked at at least and at most, where many of them may be found. */
const LOOKED_AT_FIRST = [300, 2000] as const;
/** So few are read by the index and put in order. */
const FEW_FOUND = 1500;

/** How to look among some matters: in the order of the list, or by the index of syllables. Each has rows as `presentMatters`. */
export type Looking = {
  /** In the registers of a few units only. */
  readonly few: boolean;
  /** The first so many in the order of the list. */
  readonly first: (most: number, placing: Placing) => RawBuilder<unknown>;
  /** Put in order before anything else is asked of them: the page is full long before the last. */
  readonly byIndex: (asked: Asked, placing: Placing) => RawBuilder<unknown>;
  /** What the index has behind the last of the first; nothing, and no look at the index, where these were all. */
  readonly further: (asked: Asked, most: number, placing: Placing) => RawBuilder<unknown>;
};

/** Where it is looked, by how many lines a page has; null where there is no index. */
export type Ways = {
  readonly looking: Looking;
  readonly size: number;
  readonly statistics: SyllableStatistics | null;
};

/**
 * The best first: 2 with its tone marks, 1 as one phrase without them, 0 word by word. What was typed without tone
 * marks has none to find; one word is a phrase. What the actor does not read whole (`whole`) comes last, lest its
 * place tell what stands where it is masked.
 */
export function stagesFor(sought: Sought, whole: Condition, ways: Ways): Stage[] {
  const phrase = asPhrase(sought, whole);
  const marked = isMarked(sought) ? sql<boolean>`(${phrase} and ${asWritten(sought)})` : null;
  const stage = (exactness: number, fits: Condition, asked: Asked): Stage => ({
    exactness,
    fits,
    ...(ways.statistics && { sources: sourcesFor(asked, ways, ways.statistics) }),
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
 * the first some hundred in the list's own order; only what these do not give is asked of the index. In the registers of a few units
 * these may be all there is.
 */
function sourcesFor(
  asked: Asked,
  { looking, size }: Ways,
  { matters, shareOf }: SyllableStatistics,
): Stage["sources"] {
  const share = greatestShare(asked.words, shareOf);
  const isRare = matters * share <= FEW_FOUND;
  if (isRare && !looking.few) return [(placing) => looking.byIndex(asked, placing)];
  // Four times as many as have to be looked at where what is sought is as frequent as its rarest syllable.
  const enough = isRare ? 0 : (4 * (size + 1)) / share;
  const [least, atMost] = LOOKED_AT_FIRST;
  const most = Math.min(Math.max(Math.ceil(enough), least), atMost);
  return [(placing) => looking.first(most, placing), (placing) => looking.further(asked, most, placing)];
}

/** By the order of a list. */
export const orderOf = (row: string, { column, direction }: Placing) =>
  sql`${sql.ref(`${row}.${column}`)} ${direction}, ${sql.ref(`${row}.recommendation_id`)} ${direction}`;

/** Where a row stands in it. */
export const placeOf = (row: string, { column }: Placing) =>
  sql`(${sql.ref(`${row}.${column}`)}, ${sql.ref(`${row}.recommendation_id`)})`;

const withTheRest = sql`join recommendation r on r.id = p.recommendation_id join unit u on u.id = p.unit_id`;

/** Among the matters whose row in `present_matter` alone fits. */
export function lookingWithin(within: (row: string) => Condition, few: boolean): Looking {
  return {
    few,
    first: (
      most,
      placing,
    ) => sql`(select c.* from present_matter c where ${within("c")} and ${placing.beyond("c")}
      order by ${orderOf("c", placing)} limit ${most}) p ${withTheRest}`,
    byIndex: (asked, placing) => sql`(
      select c.* from recommendation hit join present_matter c on c.recommendation_id = hit.id
      where ${inIndex("hit", asked)} and ${within("c")} and ${placing.beyond("c")}
      order by ${orderOf("c", placing)} offset 0) p ${withTheRest}`,
    further: (asked, most, placing) => sql`(select c.* from (
        select c.recommendation_id, ${sql.ref(`c.${placing.column}`)} from present_matter c
        where ${within("c")} and ${placing.beyond("c")}
        order by ${orderOf("c", placing)} offset ${most - 1} limit 1) last
      cross join lateral (
        select c.* from recommendation hit join present_matter c on c.recommendation_id = hit.id
        where ${inIndex("hit", asked)} and ${within("c")}
          and ${placeOf("c", placing)} ${placing.further} ${placeOf("last", placing)} offset 0) c
      order by ${orderOf("c", placing)} offset 0) p ${withTheRest}`,
  };
}
