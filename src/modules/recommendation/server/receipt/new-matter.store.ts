import { uuidv7 } from "#kernel/identifier.ts";
import { searchKey } from "#kernel/vietnamese-text.ts";
import { asRows, type Rows } from "#platform/server/act/rows.ts";
import { outboxLine } from "#platform/server/outbox.ts";
import { sql, type RawBuilder } from "kysely";
import { keptByAct } from "../moves/kept-by-act.ts";
import { statePeriods, type StatePeriod } from "../../state-periods.ts";
import type { By, CameIn, Unit } from "./take-in.ts";

/** With the name of who raised it, as far as that is kept. */
type Raised = CameIn & { readonly name: string | null };

/**
 * A matter that comes in, all that it is in one statement: the next number of its unit in the year, itself, who raised it, its
 * first period, how it stands at present, and the word that it came. What the number makes of it is made where the number is.
 */
export function newMatter(unit: Unit, cameIn: Raised, by: By): Rows<{ id: string; code: string }> {
  const id = uuidv7(by.now);
  const [period] = statePeriods(cameIn.receivedOn, []) as [StatePeriod];
  return asRows({
    parts: [
      keptByAct("open"),
      counted(unit, Number(cameIn.receivedOn.slice(0, 4))),
      matter(id, unit, cameIn, by),
      requester(id, cameIn, by),
      firstPeriod(id, period, by),
      atPresent(id, unit, cameIn, period),
      registerBegun(unit),
      registerChanged(unit, period),
      outboxLine("recommendation.received", { recommendation: id }, by.now, {
        after: "matter",
        toNobody: true,
      }),
    ],
    done: "matter",
    answer: sql`json_build_object('id', matter.id, 'code', matter.code)`,
    subjectId: id,
  });
}

/** As `matterCode` writes it. */
const number = sql`lpad(counted.last::text, greatest(4, length(counted.last::text)), '0')`;

function counted(unit: Unit, year: number) {
  return sql`counted as (
    insert into recommendation_counter (unit_id, year, last) select ${unit.id}::uuid, ${year}::integer, 1 from kept
    on conflict (unit_id, year) do update set last = recommendation_counter.last + 1
    returning last)`;
}

function matter(id: string, unit: Unit, cameIn: Raised, { now, personId, postId }: By) {
  const { receivedOn, text, channel, kind, fieldCode, naming } = cameIn;
  const begins = `${unit.code}-${receivedOn.slice(0, 4)}-`;
  return sql`matter as (
    insert into recommendation (id, code, unit_id, root_unit_id, conference_id, channel, kind, field_code, received_on, text,
      search, naming, village_id, recorded_by, recorded_in, recorded_at)
    select ${id}::uuid, ${begins} || ${number}, ${unit.id}::uuid, ${unit.rootId}::uuid, ${cameIn.conferenceId ?? null}::uuid,
      ${channel}, ${kind}, ${fieldCode}, ${receivedOn}::date, ${text}, ${keyOf(begins, text)}, ${naming},
      ${cameIn.villageId ?? null}::uuid, ${personId}::uuid, ${postId}::uuid, ${now.toString()}::timestamptz
    from counted returning id, code)`;
}

/** What it is looked for by: what `searchKey` makes of its code and its text is the same around whatever number. */
function keyOf(begins: string, text: string): RawBuilder<string> {
  const code = searchKey(`${begins}0`);
  const behind = searchKey(`${begins}0 ${text}`).slice(code.length);
  return sql`${code.slice(0, -1)} || ${number} || ${behind}`;
}

function requester(id: string, { name, villageId }: Raised, { now }: By) {
  return sql`asked as (
    insert into requester (id, recommendation_id, position, name, village_id)
    select ${uuidv7(now)}::uuid, matter.id, 1, ${name}, ${villageId ?? null}::uuid from matter)`;
}

function firstPeriod(id: string, { ordinal, ...period }: StatePeriod, { now }: By) {
  return sql`first_period as (
    insert into state_period (id, recommendation_id, ordinal, status, class, is_open, entered_on, left_on, recorded_at)
    select ${uuidv7(now)}::uuid, ${id}::uuid, ${ordinal}::integer, ${period.status}, ${period.class}, ${period.isOpen}::boolean,
      ${period.enteredOn}::date, ${period.leftOn}::date, ${now.toString()}::timestamptz
    from matter)`;
}

/** As `present_matters_of` derives it of a matter of which nothing else is known. */
function atPresent(
  id: string,
  unit: Unit,
  { villageId }: Raised,
  { status, enteredOn, ...period }: StatePeriod,
) {
  return sql`at_present as (
    insert into present_matter (recommendation_id, unit_id, keeper_id, village_id, received_on, status, class, is_open,
      entered_on, goes_on_id)
    select ${id}::uuid, ${unit.id}::uuid, ${unit.id}::uuid, ${villageId ?? null}::uuid, ${enteredOn}::date, ${status},
      ${period.class}, ${period.isOpen}::boolean, ${enteredOn}::date, ${id}::uuid
    from matter)`;
}

/** As `begin_registers` does it for everybody else. */
function registerBegun(unit: Unit) {
  return sql`begun as (
    insert into unit_register (unit_id) select ${unit.id}::uuid from matter
    where not exists (select from unit_register where unit_id = ${unit.id}::uuid)
    on conflict do nothing)`;
}

/** As `tell_registers_of_new` does it for everybody else. */
function registerChanged(unit: Unit, { isOpen, status }: StatePeriod) {
  return sql`told_to_register as (
    insert into register_change (unit_id, hidden, in_hand, open, unruled, unassigned, passed_up, blocked, answered,
      unsettled, paper_replies)
    select ${unit.id}::uuid, false, 0, ${Number(isOpen)}::integer, ${Number(status === "awaiting_ruling")}::integer, 0, 0, 0, 0, 0, 0
    from matter)`;
}
