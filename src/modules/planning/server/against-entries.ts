import { inVietnameseOrder } from "#kernel/vietnamese-order.ts";
import type { DB } from "#db";
import type { ChairCapacity, Form } from "#modules/conference/conference.ts";
import { binding, type Scope } from "#modules/report/server/index.ts";
import { sql, type Transaction } from "kysely";
import type { Entry } from "../against.ts";
import {
  conferenceStateOn,
  plannedStateOn,
  unplannedStateOn,
  type ConferenceLife,
} from "../planned-state.ts";
import { quarterOf, type Quarter } from "../quarter.ts";
import { nameThen } from "./name-then.ts";

/** What the plans in force foresee, and the year's conferences that they do not, by day. */
export async function entriesOf(trx: Transaction<DB>, scope: Scope): Promise<Entry[]> {
  const conferences = await conferencesOf(trx, scope);
  const slots = await slotsOf(trx, scope);
  const bySlot = Map.groupBy(conferences, ({ slotId }) => slotId);
  const known = new Set(slots.map(({ id }) => id));
  const planned = slots.map((slot) => plannedEntry(slot, bySlot.get(slot.id) ?? [], scope.asOf));
  const shown = new Set(planned.map(({ conferenceId }) => conferenceId));
  // Of two conferences held for one line the second was not foreseen; each of them counts as held.
  const besides = conferences
    .filter(({ id, slotId }) => !shown.has(id) && !(slotId !== null && known.has(slotId) && !heldBy(id)))
    .flatMap((conference) => unplannedEntry(conference, scope.asOf) ?? []);
  return [...planned, ...besides].toSorted(inOrder);

  function heldBy(id: string): boolean {
    return conferences.some((one) => one.id === id && conferenceStateOn(one, scope.asOf) === "held");
  }
}

type Slot = Omit<
  Entry,
  "isPlanned" | "isCounted" | "state" | "conferenceId" | "reason" | "on" | "startsAt"
> & {
  readonly year: number;
  readonly plannedOn: string | null;
};
type Conference = ConferenceLife & {
  readonly id: string;
  readonly slotId: string | null;
  /** Whether its day lies in the year, and its unit in the subtree on that day. */
  readonly isCovered: boolean;
  readonly unit: string;
  readonly name: string;
  readonly form: Form;
  readonly chairCapacity: ChairCapacity | null;
  readonly topic: string | null;
  readonly reason: string | null;
  readonly startsAt: string | null;
};

/** The unit is covered if it is on New Year's Day, or on its first day where it began later: as the report has it. */
async function slotsOf(trx: Transaction<DB>, scope: Scope): Promise<Slot[]> {
  const { rows } = await sql<Slot>`
    select k.id, u.code as unit, ${nameThen(scope)} as name, k.quarter, p.year, k.planned_on as "plannedOn", k.form,
      k.chair_capacity as "chairCapacity", k.topic
    from plan p join planned_conference k on k.plan_id = p.id join unit u on u.id = k.unit_id
    where make_date(p.year, 1, 1) between ${scope.from} and ${scope.to} and ${binding(scope, "p")}
      and exists (select from ${scope.place} as place where place.unit_id = k.unit_id
        and greatest(make_date(p.year, 1, 1), u.from_on) between place.from_on and place.until_on)`.execute(
    trx,
  );
  return rows;
}

/**
 * Conferences of the year, and those made for what its plans foresee, whatever their day. `slotId` is the line of the
 * plan in force: one made for a plan since replaced stands for the line that took its line over.
 */
async function conferencesOf(trx: Transaction<DB>, scope: Scope): Promise<Conference[]> {
  const { rows } = await sql<Conference>`
    with recursive onward as (
      select k.id as made_for, k.id as slot_id, k.plan_id
      from planned_conference k join plan p on p.id = k.plan_id
      where make_date(p.year, 1, 1) between ${scope.from} and ${scope.to}
      union all
      select o.made_for, k.id, k.plan_id
      from onward o join planned_conference k on k.continues_id = o.slot_id join plan p on p.id = k.plan_id
      where not p.is_draft),
    slot as (select o.made_for, o.slot_id from onward o join plan p on p.id = o.plan_id where ${binding(scope, "p")}),
    covered as (
      select c.id from ${scope.place} as place
      join conference c on c.unit_id = place.unit_id and c.held_on between place.from_on and place.until_on
      where c.held_on between ${scope.from} and ${scope.to})
    select c.id, slot.slot_id as "slotId", covered.id is not null as "isCovered", u.code as unit,
      ${nameThen(scope)} as name, c.form, c.topic, c.ad_hoc_reason as reason, c.held_on as "heldOn", c.starts_at as "startsAt",
      ${instant("c.recorded_at")} as "recordedAt", ${instant("c.held_recorded_at")} as "heldRecordedAt",
      ${instant("c.called_off_recorded_at")} as "calledOffAt",
      (select h.capacity from conference_chair h where h.conference_id = c.id order by h.position limit 1)
        as "chairCapacity"
    from conference c join unit u on u.id = c.unit_id
    left join slot on slot.made_for = c.planned_id left join covered on covered.id = c.id
    where slot.slot_id is not null or covered.id is not null
    order by c.held_on, c.id`.execute(trx);
  return rows;
}

/** An instant as text in one form, whatever the session's zone. */
const instant = (column: string) =>
  sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const rank = { held: 0, prepared: 1, called_off: 2 } as const;

function plannedEntry(slot: Slot, conferences: readonly Conference[], day: string): Entry {
  const { year: _, plannedOn, ...foreseen } = slot;
  const known = conferences.flatMap((conference) => {
    const state = conferenceStateOn(conference, day);
    return state === null ? [] : [{ conference, rank: rank[state] }];
  });
  const furthest = known.toSorted((one, other) => one.rank - other.rank)[0]?.conference;
  const state = plannedStateOn(slot, conferences, day);
  return {
    ...foreseen,
    isPlanned: true,
    isCounted: state === "held" && furthest?.isCovered === true,
    state,
    on: furthest?.heldOn ?? plannedOn,
    startsAt: furthest?.startsAt ?? null,
    form: furthest?.form ?? slot.form,
    chairCapacity: furthest?.chairCapacity ?? slot.chairCapacity,
    topic: furthest?.topic ?? slot.topic,
    reason: null,
    conferenceId: furthest?.id ?? null,
  };
}

function unplannedEntry(conference: Conference, day: string): Entry | null {
  const state = unplannedStateOn(conference, day);
  if (state === null) return null;
  const { id, unit, name, form, chairCapacity, topic, reason, heldOn, startsAt } = conference;
  const said = { unit, name, form, chairCapacity, topic, reason };
  const quarter: Quarter = quarterOf(heldOn);
  const isCounted = state === "held" && conference.isCovered;
  return { id, ...said, isPlanned: false, isCounted, state, quarter, on: heldOn, startsAt, conferenceId: id };
}

/** By the day, or the quarter's end where there is none; then by unit. */
function inOrder(one: Entry, other: Entry): number {
  const key = ({ quarter, on, name }: Entry) =>
    `${on?.slice(5) ?? `${String(quarter * 3).padStart(2, "0")}-99`} ${name}`;
  return inVietnameseOrder(key(one), key(other));
}
