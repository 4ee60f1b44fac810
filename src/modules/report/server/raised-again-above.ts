import { latestFirst } from "#modules/recommendation/server/index.ts";
import { sql } from "kysely";
import { asKnown, knownFact } from "./known-facts.ts";
import type { Scope, Sql } from "./scope.ts";

/** What says where a matter is worked on: the last of these does. */
const standing = sql`('rule', 'assign', 'return', 'schedule', 'block', 'answer', 'merge', 'route_out', 'reject', 'reopen',
  'forward_up', 'reply_from_above')`;

/**
 * Matters `id` of the subtree that were passed upward in it and merged there, since a day, into one that came of another matter of
 * the subtree, or was received there: that goes on, and these are once more the same. As of the end of a day. A matter that is worked
 * on below again, or has an answer of its own there, is not among them; nor is one whose unit above lies outside: there it is all
 * there is of it. Few are merged above: these are found by recommendation_forwarded, and the rest by their ids.
 */
export function raisedAgainAbove(scope: Scope, day: string): Sql {
  return sql`(
    with recursive here as (
      select r.id, ${asKnown(scope, "r", "received_on")} as received_on, place.from_on, place.until_on
      from ${scope.place} as place join recommendation r on r.unit_id = place.unit_id
      where r.forwarded_from_id is not null and ${scope.known("r")} and ${scope.notTakenBack("r")}),
    gone as (
      select here.id, s.entered_on as since from here join state_period s on s.recommendation_id = here.id
      where here.received_on between here.from_on and here.until_on and ${duplicateOn(scope, day)}),
    follow as (
      select gone.id as start, ${mergedInto(scope, sql`gone.id`, day)} as at from gone
      union
      select follow.start, ${mergedInto(scope, sql`follow.at`, day)} from follow
      where exists (select from state_period s where s.recommendation_id = follow.at and ${duplicateOn(scope, day)})),
    goes_on as (
      select start, at from follow where at is not null and not exists (
        select from state_period s where s.recommendation_id = follow.at and ${duplicateOn(scope, day)})),
    chain as (
      select start, start as at, 0 as depth from (select id as start from gone union select at from goes_on) one
      union
      select chain.start, r.forwarded_from_id, chain.depth + 1 from chain join recommendation r on r.id = chain.at
      where r.forwarded_from_id is not null),
    root as (
      select distinct on (chain.start) chain.start, chain.at from chain
      join recommendation r on r.id = chain.at join ${scope.place} as there on there.unit_id = r.unit_id
        and ${asKnown(scope, "r", "received_on")} between there.from_on and there.until_on
      order by chain.start, chain.depth desc)
    select mine.at as id, min(gone.since) as since
    from gone join goes_on on goes_on.start = gone.id
    join root mine on mine.start = gone.id join root other on other.start = goes_on.at
    where mine.at <> gone.id and mine.at <> other.at and ${waitsAbove(scope, sql`mine.at`, day)}
    group by mine.at)`;
}

const duplicateOn = (scope: Scope, day: string) => sql`(s.class = 'duplicate'
  and s.entered_on <= ${day} and s.left_on > ${day} and ${scope.knownPeriod("s")})`;

const mergedInto = (scope: Scope, matter: Sql, day: string) => sql`(
  select e.into_id from recommendation_event e where e.recommendation_id = ${matter} and e.act = 'merge'
    and ${knownFact(scope, "e", day)} order by ${latestFirst("e")} limit 1)`;

/** Whether the last word on where it is worked on is that it waits for the unit above, or that one's reply. */
const waitsAbove = (scope: Scope, matter: Sql, day: string) => sql`(
  select e.act in ('forward_up', 'reply_from_above') from recommendation_event e where e.recommendation_id = ${matter}
    and e.act in ${standing} and ${knownFact(scope, "e", day)}
  order by ${latestFirst("e")} limit 1)`;
