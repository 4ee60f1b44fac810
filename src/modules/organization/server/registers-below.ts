import type { Actor } from "#kernel/actor.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";

/** From the first to the last of some days, both included. */
export type Span = readonly [from: string, until: string];

/**
 * Which registers lie under some units, by unit: `always` where whatever came in there counts as below, whenever it came;
 * else the days of which it does. As `liesBelow` says it of one matter.
 */
export type RegistersBelow = ReadonlyMap<string, "always" | readonly Span[]>;

/** The registers below some units today. @param above ids of units, with commas between */
export const registersBelow = remembered(
  async (db: Kysely<DB>, _actor: Actor, above: string, today: string): Promise<RegistersBelow> => {
    const { rows } = await sql<{ id: string; always: boolean; from: string[]; until: string[] }>`
      select k.unit_id as id, bool_or(least(u.until_on, ${today}::date) between a.from_on and a.until_on) as always,
        array_agg(a.from_on order by a.from_on, a.until_on)::text[] as from,
        array_agg(a.until_on order by a.from_on, a.until_on)::text[] as until
      from unit_register k join unit u on u.id = k.unit_id join unit_ancestry a on a.descendant_id = k.unit_id
      where a.ancestor_id = any(string_to_array(${above}, ',')::uuid[])
      group by k.unit_id order by k.unit_id`.execute(db);
    return new Map(
      rows.map(({ id, always, from, until }) => [
        id,
        always ? "always" : joined(from.map((first, at) => [first, until[at]!])),
      ]),
    );
  },
);

/** How many units have a register. */
export const registersInAll = remembered(async (db: Kysely<DB>, _actor: Actor): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from unit_register`.execute(db);
  return rows[0]!.count;
});

/** What lies below both: days that are in both. */
export function belowBoth(one: RegistersBelow, other: RegistersBelow): RegistersBelow {
  const both = new Map<string, "always" | readonly Span[]>();
  for (const [id, spans] of one) {
    const others = other.get(id);
    const shared = others && sharedDays(spans, others);
    if (shared && shared.length > 0) both.set(id, shared);
  }
  return both;
}

function sharedDays(one: "always" | readonly Span[], other: "always" | readonly Span[]) {
  if (one === "always") return other;
  if (other === "always") return one;
  return one.flatMap(([from, until]) =>
    other
      .map(([first, last]): Span => [later(from, first), earlier(until, last)])
      .filter(([first, last]) => notAfter(first, last)),
  );
}

/** Spans in the order of their first days, made one where they overlap. */
function joined(spans: readonly Span[]): readonly Span[] {
  const apart: Span[] = [];
  for (const [from, until] of spans) {
    const last = apart.at(-1);
    if (last && notAfter(from, last[1])) apart.splice(-1, 1, [last[0], later(last[1], until)]);
    else apart.push([from, until]);
  }
  return apart;
}

// Days as the database writes them: `-infinity` sorts before every figure, `infinity` after.
const notAfter = (one: string, other: string) => one <= other;
const later = (one: string, other: string) => (one >= other ? one : other);
const earlier = (one: string, other: string) => (one <= other ? one : other);
