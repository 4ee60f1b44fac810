import type { ReadScope } from "#modules/organization/server/index.ts";
import { sql, type RawBuilder } from "kysely";
import { outsideOf, type Registers } from "./registers-whole.ts";
import { belowAny } from "../sight/visibility.ts";

// What somebody may know of that is in no register which they read whole, and what their own unit has in hand: rows of
// `present_matter` that the desk looks at one by one.

/** What conditions ask of `r` and `u`, from the row alone; the unit is looked at only where somebody asks for it. */
export const withTheRest = sql`cross join lateral (select p.recommendation_id as id, p.unit_id, p.received_on) r
  cross join lateral (select (select there.until_on from unit there where there.id = p.unit_id) as until_on) u`;

/** What is hidden below is not shown to units there by the matter above that it became, though it be given to them. */
export const notHeldBelow = (units: readonly string[]) => sql<boolean>`not (p.held_below and exists (
  select from hidden_below_in(p.recommendation_id) hiding
  join unit_ancestry lies on lies.ancestor_id = hiding.unit_id and lies.descendant_id = any(${[...units]}::uuid[])))`;

/**
 * All of it that waits for something (or was answered, for villages and where `answered` is asked for), each row once. `own` is
 * what is in a register that the actor reads by day, or was handed over to it; `ungiven` tells whether it is known besides
 * what was given to the unit that one leads or writes for.
 */
export function besideRegisters(
  scope: ReadScope,
  registers: Registers,
  today: string,
  answered: boolean,
): RawBuilder<unknown> {
  const { subtreeOf, assignedTo, runs, villages, handedOver = [] } = scope;
  const given = [...assignedTo, ...runs];
  const outside = (unit: string) => outsideOf(registers, sql.ref(unit));
  const sources = [
    given.length > 0
      ? sql`select g.recommendation_id, false, false, g.unit_id = any(${[...assignedTo]}::uuid[]) from given_matter g
          where g.unit_id = any(${given}::uuid[]) and ${outside("g.register_id")} ${answered ? sql`` : sql`and g.waits`}`
      : null,
    handedOver.length > 0 ? sql`select unnest(${[...handedOver]}::uuid[]), true, true, false` : null,
    registers.inPart.length > 0
      ? sql`select p.recommendation_id, true, true, false from present_matter p ${withTheRest}
          where p.unit_id = any(${[...registers.inPart]}::uuid[]) and ${belowAny(subtreeOf, today)}
            and (p.is_open or p.unsettled or p.unheard or p.hidden = 'held' ${answered ? sql`or p.status = 'answered'` : sql``})`
      : null,
    villages.length > 0 ? ofVillages(villages) : null,
  ].filter((each) => each !== null);
  if (sources.length === 0 || registers.whole === null)
    return sql`select p.*, true as own, true as ungiven from present_matter p where false`;
  return sql`select p.*, far.own, (far.known or (far.led and ${notHeldBelow(assignedTo)})) as ungiven
    from (select id, bool_or(known) as known, bool_or(own) as own, bool_or(led) as led
      from (${sql.join(sources, sql` union all `)}) one(id, known, own, led) group by id offset 0) far
    cross join lateral (select p.* from present_matter p where p.recommendation_id = far.id offset 0) p
    where ${outside("p.unit_id")} and (far.known or ${notHeldBelow(given)})`;
}

/** That a matter was raised in its village, and is not what a unit above made of one that was passed upward to it. */
export const saidThere = (row: string) => sql<boolean>`not exists (
  select from recommendation above where above.id = ${sql.ref(`${row}.recommendation_id`)} and above.forwarded_from_id is not null)`;

/** As `mattersOfVillages`, without what has ended. */
function ofVillages(villages: readonly string[]) {
  const ids = sql`any(${[...villages]}::uuid[])`;
  return sql`select own.recommendation_id, true, false, false from present_matter own
      where own.village_id = ${ids} and (own.is_open or own.status in ('answered', 'answered_in_room')) and ${saidThere("own")}
    union all
    select own.goes_on_id, true, false, false from present_matter own
      where own.village_id = ${ids} and own.goes_on_id <> own.recommendation_id and own.hidden is null and ${saidThere("own")}`;
}

/** Whether a row `p` is in a register that is read whole, or among `beside`. */
export function mayBeKnown(registers: Registers, beside: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(not ${outsideOf(registers, sql.ref("p.unit_id"))}
    or p.recommendation_id in (select recommendation_id from ${beside}))`;
}

/** What waits in one's own unit for a word on a draft, and what others gave it: rows `p`, each once. */
export function ownWork({ subtreeOf, assignedTo, runs }: ReadScope): RawBuilder<unknown> {
  const given = sql`any(${[...assignedTo, ...runs]}::uuid[])`;
  return sql`select p.* from present_matter p where p.draft is not null and p.keeper_id = any(${[...subtreeOf]}::uuid[])
    union all
    select p.* from present_matter p where p.is_open and p.lead_id <> p.keeper_id and p.lead_id = ${given}
      and not (p.draft is not null and p.keeper_id = any(${[...subtreeOf]}::uuid[]))`;
}
