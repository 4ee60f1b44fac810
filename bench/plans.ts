import type pg from "pg";
import { get, listAsked, post, signedIn, type Bench, type Measured } from "./asking.ts";
import { load, type Ask } from "./load.ts";
import { askers } from "./nation.ts";
import { offices } from "./offices.ts";

const CONNECTIONS = 8;

/**
 * How often the database planned for each statement that it carried out, of what is asked most: 1 is a plan for every
 * question, 0 that each was kept. Told by the extension `pg_stat_statements`, so only where the database has loaded it,
 * which `run.ts` sees to in a folder of its own.
 */
export async function plans(bench: Bench): Promise<Measured> {
  const { origin, database, seconds } = bench;
  const { pool } = database;
  await pool.query("create extension if not exists pg_stat_statements");
  await planningIsCounted(pool, true);
  const more: Record<string, number> = {};
  let figures;
  for (const [name, ask] of Object.entries(await asks(bench))) {
    await load(origin, CONNECTIONS, 1, ask); // Until each connection has asked it often enough.
    await pool.query("select pg_stat_statements_reset()");
    const seen = await load(origin, CONNECTIONS, Math.max(1, seconds / 2), ask);
    figures ??= seen;
    const { rows } = await pool.query<{ plans: number; calls: number }>(counted);
    more[`${name}: statements`] = rows[0]!.calls / (seen.perSecond * Math.max(1, seconds / 2));
    more[`${name}: plans`] = rows[0]!.plans / rows[0]!.calls;
  }
  await planningIsCounted(pool, false);
  return { what: "plans", figures: figures!, more };
}

/** What begins, ends and sets is never planned; what the bench itself asks here is left out. */
const counted = `
  select coalesce(sum(plans), 0)::float8 as plans, coalesce(sum(calls), 1)::float8 as calls from pg_stat_statements
   where query !~* '^\\s*(begin|commit|rollback|set|savepoint|release|discard|deallocate|start)\\M'
     and query !~* 'pg_stat_statements'`;

async function planningIsCounted(pool: pg.Pool, on: boolean): Promise<void> {
  await pool.query(`alter system set pg_stat_statements.track_planning = ${on ? "on" : "off"}`);
  await pool.query("select pg_reload_conf()");
}

async function asks(bench: Bench): Promise<Record<string, (n: number) => Ask>> {
  const { database, origin, today } = bench;
  const [province, nation, office] = await offices(
    database.db,
    ["P01", "VN", askers.office.unit],
    Temporal.Now.instant(),
  );
  const cookie = await signedIn(origin, askers.office.username);
  const list = await listAsked(bench);
  const matter = { unit: office!.unit, channel: "reception", field: "giao_thong", received_on: today };
  return {
    list,
    province: () => ({
      ...get(province!.token),
      path: "/api/v1/recommendations?unit=P01&view=open&size=20",
    }),
    search: () => ({
      ...get(nation!.token),
      path: "/api/v1/recommendations?text=cong%20thoat%20nuoc&sort=received&size=20",
    }),
    create: (n) => ({
      ...post(office!.token),
      path: "/api/v1/recommendation/receive",
      body: JSON.stringify({
        ...matter,
        text: `Đề nghị nạo vét mương, lần thứ ${n}.`,
        raised_by: "Người dân",
      }),
    }),
    page: () => ({ path: `/recommendations?unit=${askers.office.unit}&view=open`, headers: { cookie } }),
    desk: () => ({ path: "/desk", headers: { cookie } }),
  };
}
