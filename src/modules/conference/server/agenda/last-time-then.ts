import type { DB } from "#db";
import { daysBetween } from "#kernel/calendar/working-days.ts";
import { unitName } from "#modules/organization/server/index.ts";
import { stateAfter } from "#modules/recommendation/apply-event.ts";
import { lastFact } from "#modules/recommendation/by-day.ts";
import { isOpen, type MatterEvent, type MatterState } from "#modules/recommendation/matter.ts";
import type { Standing } from "#modules/recommendation/standing.ts";
import { eventsOf } from "#modules/recommendation/server/index.ts";
import { sql, type Kysely } from "kysely";
import type { LastMatter } from "./last-time.ts";

type Row = Omit<LastMatter, keyof Standing> & { readonly matterId: string; readonly toldWith: string };
type Known = {
  readonly code: string;
  readonly receivedOn: string;
  readonly hidden: boolean;
  readonly events: readonly MatterEvent[];
  readonly state: MatterState;
};

/** Matters as they stood at the end of an earlier day: by the facts up to it, merged only as far as they were then. */
export async function standingThen<One extends Row>(
  db: Kysely<DB>,
  rows: readonly One[],
  day: string,
): Promise<One[]> {
  const there = rows.filter(({ receivedOn }) => receivedOn <= day);
  const known = new Map<string, Known>();
  for (let asked = there.map(({ matterId }) => matterId); asked.length > 0;) {
    for (const [id, one] of await knownOn(db, asked, day)) known.set(id, one);
    asked = [...known.values()].flatMap(({ events, state }) => goesInto(state, events) ?? []);
    asked = [...new Set(asked)].filter((id) => !known.has(id));
  }
  const leads = await leadNames(
    db,
    [...known.values()].flatMap(({ state }) => state.leadId ?? []),
    day,
  );
  return there.map((row) => {
    const { code, hidden, state, events } = goesOnIn(known, row.matterId);
    const { status, class: reportClass, dueOn, answeredOn, unsettled, leadId } = state;
    const open = isOpen(reportClass);
    const said = lastFact(
      events,
      ({ act }) => act === "answer" || act === "reply_from_above" || act === "rule",
    );
    return {
      ...row,
      ...{ status, class: reportClass, open, dueOn, answeredOn },
      toldWith: code,
      goesOnIn: code === row.code || hidden ? null : code,
      leadName: leadId ? (leads.get(leadId) ?? null) : null,
      daysLeft: reportClass === "in_hand" && dueOn ? daysBetween(day, dueOn) : null,
      unsettled: !open && unsettled,
      answer: said?.text ?? null,
    };
  });
}

const goesInto = ({ status }: MatterState, events: readonly MatterEvent[]) =>
  status === "merged" ? lastFact(events, ({ act }) => act === "merge")?.intoId : null;

function goesOnIn(known: ReadonlyMap<string, Known>, id: string, passed: readonly string[] = []): Known {
  const one = known.get(id)!;
  const into = goesInto(one.state, one.events);
  return into && known.has(into) && !passed.includes(into) ? goesOnIn(known, into, [...passed, id]) : one;
}

async function knownOn(db: Kysely<DB>, ids: readonly string[], day: string): Promise<Map<string, Known>> {
  const events = await eventsOf(db, ids);
  const { rows } = await sql<{ id: string; code: string; receivedOn: string; hidden: boolean }>`
    select r.id, r.code, r.received_on as "receivedOn", p.hidden is not null as hidden
    from recommendation r join present_matter p on p.recommendation_id = r.id
    where r.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(
    rows.map(({ id, ...one }) => {
      const facts = (events.get(id) ?? []).filter(({ on }) => on <= day);
      return [id, { ...one, events: facts, state: stateAfter(one.receivedOn, facts) }];
    }),
  );
}

async function leadNames(db: Kysely<DB>, ids: readonly string[], day: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select given.id, ${unitName(sql`given.id`, sql`${day}::date`)} as name
    from unit given where given.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
