import type { Actor } from "#kernel/actor.ts";
import type { Grant } from "#kernel/permission.ts";
import { mayDo, unitName } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import type { Status } from "../../status-transitions.ts";
import { keptTodayBy } from "./present-keepers.ts";
import { keeperOfMatter } from "../sight/visibility.ts";

/** Why a matter cannot be taken into an act with the others. */
export type NotTaken = {
  readonly why: "status" | "not_permitted" | "kept_elsewhere";
  /** The unit that holds it, as it is called today. */
  readonly keeper: string;
};

export type TakenTogether = {
  /** A unit that holds those taken, by its code; null where none can be. */
  readonly keeper: string | null;
  /** By code; every other one can be taken. */
  readonly not: ReadonlyMap<string, NotTaken>;
};

type Asked = { readonly may: Grant; readonly fitting: ReadonlySet<Status>; readonly today: string };
type Chosen = {
  code: string;
  status: Status;
  keeperId: string;
  keeperCode: string;
  keeper: string;
};

/**
 * Which of chosen matters one act can do one thing with: those in a fitting state, of a unit for which the actor may, and
 * kept by the same units today; of several such groups the largest, the first in the list where two are as large. The
 * codes are those of matters that the actor may know of; the act judges again.
 */
export async function takenTogether(
  db: Kysely<DB>,
  actor: Actor,
  codes: readonly string[],
  { may, fitting, today }: Asked,
): Promise<TakenTogether> {
  const not = new Map<string, NotTaken>();
  const byKeepers = new Map<string, Chosen[]>();
  const keptBy = keptTodayBy(db, today);
  const allowed = new Map<string, boolean>();
  for (const matter of await chosenMatters(db, codes, today)) {
    const { code, keeperId, keeper, status } = matter;
    if (!allowed.has(keeperId)) allowed.set(keeperId, await mayDo(db, actor, may, keeperId, today));
    if (!allowed.get(keeperId)) not.set(code, { why: "not_permitted", keeper });
    else if (!fitting.has(status)) not.set(code, { why: "status", keeper });
    else {
      const key = await keptBy(keeperId);
      byKeepers.set(key, [...(byKeepers.get(key) ?? []), matter]);
    }
  }
  const [taken = [], ...others] = [...byKeepers.values()].toSorted((one, other) => other.length - one.length);
  for (const { code, keeper } of others.flat()) not.set(code, { why: "kept_elsewhere", keeper });
  return { keeper: taken[0]?.keeperCode ?? null, not };
}

/** In the order in which they were asked for. */
async function chosenMatters(db: Kysely<DB>, codes: readonly string[], today: string): Promise<Chosen[]> {
  const { rows } = await sql<Chosen>`
    select r.code, p.status, u.id as "keeperId", u.code as "keeperCode",
      ${unitName(sql`u.id`, sql`${today}::date`)} as keeper
    from unnest(${[...codes]}::text[]) with ordinality as asked(code, place)
    join recommendation r on r.code = asked.code
    join state_period p on p.recommendation_id = r.id and p.superseded_at = 'infinity' and p.left_on = 'infinity'
    join unit u on u.id = ${keeperOfMatter}
    order by asked.place`.execute(db);
  return rows;
}
