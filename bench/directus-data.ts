import type { OpenDatabase } from "#platform/server/database/open.ts";
import { createPool } from "#platform/server/database/connect.ts";
import { sql } from "kysely";
import type pg from "pg";

/** The address of one database more in the bench's own server, under the same settings. */
export function besideDatabase({ options }: pg.Pool): pg.PoolConfig {
  const { host, port, user, password } = options;
  return { host, port, user, password, database: "directus" };
}

/** An empty one, so that nothing of an earlier run is measured. */
export async function emptyBeside({ pool }: OpenDatabase): Promise<void> {
  await pool.query("drop database if exists directus with (force)");
  await pool.query("create database directus template template0");
}

/** The columns of a collection `units` and of one of matters that refers to it, as one would make them for the same list. */
const tables = `
  create extension pg_trgm;
  create table units (id uuid primary key, code text not null unique, name text not null);
  create table matters (id uuid primary key default gen_random_uuid(), code text, unit uuid not null references units,
    province text not null, village uuid references units, lead uuid references units, field text, channel text,
    raised_by text, received_on date not null, status text, class text, is_open boolean not null default true,
    due_on date, text text not null, search text)`;

/** The indexes of a careful person: by what lists are filtered and sorted, and for parts of words. */
const indexes = `
  create index on matters (unit, due_on, id) where is_open;
  create index on matters (province, due_on, id) where is_open;
  create index on matters (due_on, id) where is_open;
  create index on matters (received_on, id);
  create index on matters using gin (lower(search) gin_trgm_ops);
  create index on matters using gin (lower(text) gin_trgm_ops);
  vacuum analyze units; vacuum analyze matters`;

/** Every unit and every matter of the bench, with what a list says of them. */
export async function copyMatters({ db, pool }: OpenDatabase): Promise<void> {
  const beside = createPool({ ...besideDatabase(pool), max: 1 });
  try {
    await beside.query(tables);
    const units = await sql<{ rows: string }>`select json_agg(json_build_object('id', u.id, 'code', u.code,
      'name', coalesce((select name from unit_name n where n.unit_id = u.id order by from_on desc limit 1), u.code)))::text as rows
      from unit u`.execute(db);
    await put(beside, "units", units.rows[0]!.rows);
    for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
      const { rows } = await sql<{ rows: string; last: string }>`
        select json_agg(m)::text as rows, max(m.id::text) as last from (
          select r.id, r.code, r.unit_id as unit, split_part(u.code, '-', 1) as province, r.village_id as village,
            p.lead_id as lead, r.field_code as field, r.channel, 'Người dân' as raised_by, r.received_on, p.status, p.class,
            p.is_open, p.due_on, r.text, r.search
          from recommendation r join present_matter p on p.recommendation_id = r.id join unit u on u.id = r.unit_id
          where r.id > ${after}::uuid order by r.id limit 10000) m`.execute(db);
      const [part] = rows;
      if (!part?.rows) break;
      await put(beside, "matters", part.rows);
      after = part.last;
    }
    for (const each of indexes.split(";")) await beside.query(each);
  } finally {
    await beside.end();
  }
}

const put = (pool: pg.Pool, table: "units" | "matters", rows: string) =>
  pool.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [rows]);
