import { anyUnit, liesBelow, unitName, type ReadScope } from "#modules/organization/server/index.ts";
import { sql, type RawBuilder } from "kysely";
import { latestFirst } from "../moves/latest-first.ts";

// Pieces of SQL about a matter `r`, how it stands at present `p` and its unit `u`. Who may read a matter, and what of
// it, is said here and nowhere else.

type Condition = RawBuilder<boolean>;

/** Matters as they stand at present, with their unit. */
export const presentMatters = sql`present_matter p
  join recommendation r on r.id = p.recommendation_id
  join unit u on u.id = p.unit_id`;

/**
 * Why the words of a matter `r` are out of sight: `routed_out`, `held` until a reviewer has looked, or null. One that
 * came in from a register as a complaint or denunciation is held, though nobody wrote it down; one that was merged is
 * hidden with the matter it goes on in. The database says it (`present_matters_of`), to a report on any day and to any
 * list the same.
 */
export const hiddenBecause = sql<"held" | "routed_out" | null>`coalesce(
  (select sight.hidden from present_matter sight where sight.recommendation_id = r.id),
  case when r.taken_back_at is not null and r.kind in ('complaint', 'denunciation') then 'held' end)`;

/**
 * Whether a matter `r` leaves only a stub: its unit, its day, and that it went where the law wants it. What such a
 * matter is about, who has it and until when is told by no list, no filter and no order.
 */
export const outOfSight = sql<boolean>`(${hiddenBecause} is not null)`;

/** The same where `presentMatters` is read, which has the answer in the row. */
export const outOfSightNow = sql<boolean>`(p.hidden is not null)`;

/** The unit that works on a matter `r` today: its own, unless a hand-over gave the work to another. */
export const keeperOfMatter = keeperOn("infinity");

/** The unit that worked on a matter `r` on a day. */
export function keeperOn(day: string) {
  return sql<string>`coalesce(
    (select k.to_unit_id from standing_event k
      where k.recommendation_id = r.id and k.act = 'hand_over' and k.to_unit_id is not null
        and k.on_date <= ${day}::date
      order by ${latestFirst("k")} limit 1), r.unit_id)`;
}

/**
 * What an actor may know of at all: whole subtrees, what is or was assigned to their agency or, by another
 * unit, to theirs, what came from their village and what that goes on in. Nothing in scope, nothing readable.
 */
export function readableIn(scope: ReadScope, today: string): Condition {
  if (scope.everything) return sql<boolean>`true`;
  const given = [...scope.assignedTo, ...scope.runs];
  const ways = [
    scope.subtreeOf.length > 0 ? belowAny(scope.subtreeOf, today) : null,
    given.length > 0 ? sql<boolean>`(${assignedTo(given)} and ${notHeldBelow(given)})` : null,
    scope.handedOver?.length ? sql<boolean>`r.id = ${anyUnit(scope.handedOver)}` : null,
    scope.villages.length > 0 ? sql<boolean>`r.id in (${mattersOfVillages(scope.villages)})` : null,
  ].filter((way) => way !== null);
  return ways.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(ways, sql` or `)})`;
}

/** Whether the actor works on the matter, rather than only living where it was raised. */
export function insiderIn(scope: ReadScope, today: string): Condition {
  return readableIn({ ...scope, villages: [] }, today);
}

/** Whether the words may be shown: nothing hides them, or the actor is the one who reviews such matters there. */
export function wordsShownIn(scope: ReadScope, today: string, hidden: Condition = outOfSight): Condition {
  if (scope.everything) return sql<boolean>`true`;
  if (scope.reviewerOf.length === 0) return sql<boolean>`(not ${hidden})`;
  return sql<boolean>`(not ${hidden} or ${belowAny(scope.reviewerOf, today)})`;
}

/**
 * Whether the actor knows who raised a matter `r` and is not to be named: the office of its unit, or of the one that
 * keeps it or carries it on, and the reviewer there or above. To anybody else the names are withheld wherever they stand.
 */
export function namesKnownIn(scope: ReadScope, today: string): Condition {
  if (scope.everything) return sql<boolean>`true`;
  const ways = [
    scope.secretariatOf.length > 0
      ? sql<boolean>`(r.unit_id = ${anyUnit(scope.secretariatOf)} or ${keeperOfMatter} = ${anyUnit(scope.secretariatOf)})`
      : null,
    scope.reviewerOf.length > 0 ? belowAny(scope.reviewerOf, today) : null,
  ].filter((way) => way !== null);
  return ways.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(ways, sql` or `)})`;
}

/** The names in a matter `r` and in whatever was said of it that the actor is not to read; `toldWithout` takes them out. */
export function namesWithheldIn(scope: ReadScope, today: string): RawBuilder<string[]> {
  if (scope.everything) return sql<string[]>`'{}'::text[]`;
  return sql<string[]>`case when r.withheld_names = '{}' or ${namesKnownIn(scope, today)} then '{}'::text[]
    else r.withheld_names end`;
}

/** Those of a matter `r` that leave the product, whoever sends them. */
export const namesWithheld = sql<string[]>`r.withheld_names`;

/** The beginning of a text, with as much more as a name may have that is taken out of it. */
export const beginningOf = (text: RawBuilder<unknown>, length: number) =>
  sql<string>`left(${text}, ${length}::int + case when r.withheld_names = '{}' then 0 else 400 end)`;

/** The matter's unit lay below one of these when the matter came in, or lies there now, or did on its last day. */
export function belowAny(unitIds: readonly string[], today: string): Condition {
  const above = anyUnit(unitIds);
  return liesBelow({ unit: sql`r.unit_id`, above, on: sql`r.received_on`, today, lastDay: sql`u.until_on` });
}

/**
 * What an actor may open by its code: besides what is theirs, the matter that theirs goes on in, merged or passed
 * upward, as far as nothing on the way is hidden. Lists are of one's own register and do not ask this.
 */
export function openableIn(scope: ReadScope, today: string): Condition {
  if (scope.everything) return sql<boolean>`true`;
  const here = readableIn(scope, today);
  if (scope.subtreeOf.length + scope.villages.length === 0) return here;
  const below = readableIn({ ...scope, assignedTo: [], runs: [], handedOver: [] }, today);
  return sql<boolean>`(${here} or ${cameFrom(below)})`;
}

/** Whether a matter `r` came, merged or passed upward, from one that fits a condition on its own `r` and `u`. */
function cameFrom(fits: Condition): Condition {
  return sql<boolean>`exists (select from (select r.id) asked cross join lateral came_in_sight(asked.id) came
    join recommendation r on r.id = came.id join unit u on u.id = r.unit_id
    where came.id <> asked.id and ${fits})`;
}

function assignedTo(unitIds: readonly string[]): Condition {
  return sql<boolean>`r.id in (${mattersGivenTo(unitIds)})`;
}

/** What is held below is not shown to the units there by the matter above that it became, though it be given to them. */
function notHeldBelow(unitIds: readonly string[]): Condition {
  return sql<boolean>`r.id not in (
    select above.recommendation_id from present_matter above
    cross join lateral hidden_below_in(above.recommendation_id) hiding
    join unit_ancestry lies on lies.ancestor_id = hiding.unit_id and lies.descendant_id = ${anyUnit(unitIds)}
    where above.held_below)`;
}

/** What came from some villages, and what it goes on in. What a unit above made of it is that unit's matter. */
function mattersOfVillages(villageIds: readonly string[]) {
  const ofVillages = sql`present_matter own join recommendation said on said.id = own.recommendation_id
    where own.village_id = ${anyUnit(villageIds)} and said.forwarded_from_id is null`;
  return sql`select own.recommendation_id from ${ofVillages}
    union all
    select own.goes_on_id from ${ofVillages} and own.goes_on_id <> own.recommendation_id and own.hidden is null`;
}

/** The matters that are or were given to some units: to lead, to help, to draft an answer before a conference. */
export function mattersGivenTo(unitIds: readonly string[]) {
  return sql<{ recommendation_id: string }>`
    select e.recommendation_id from standing_event e where e.lead_id = ${anyUnit(unitIds)}
    union all
    select e.recommendation_id from event_coordinator c join standing_event e on e.id = c.event_id
      where c.unit_id = ${anyUnit(unitIds)}
    union all
    select d.recommendation_id from draft_request d
      where d.agency_id = ${anyUnit(unitIds)} and d.withdrawn_at is null`;
}

/**
 * The villages in which a matter `r` was raised: its own, and those of what was merged into it. What a unit passed
 * upward is that unit's, and its villages hear of it there.
 */
export const villagesOfMatter = sql<string[]>`array(
  select distinct one.village_id from present_matter one join recommendation said_in on said_in.id = one.recommendation_id
  where (one.recommendation_id = r.id
      or (one.goes_on_id = r.id and one.goes_on_id <> one.recommendation_id and one.hidden is null))
    and one.village_id is not null and said_in.forwarded_from_id is null)`;

/** The village of a matter, with the commune it lies in where that is not the matter's own unit. */
export const villageOfMatter = (matter: {
  unit: RawBuilder<unknown>;
  village: RawBuilder<unknown>;
  day: RawBuilder<unknown>;
}) =>
  sql<string | null>`nullif(concat_ws(', ', ${unitName(matter.village, matter.day)}, ${unitName(
    sql`(select lies.parent_id from unit_parent lies where lies.unit_id = ${matter.village}
      and lies.parent_id <> ${matter.unit} and ${matter.day} between lies.from_on and lies.until_on)`,
    matter.day,
  )}), '')`;
