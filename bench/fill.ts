import { performOn } from "#acts/perform.ts";
import { createAccount } from "#modules/identity/server/index.ts";
import { addPerson, appoint } from "#modules/organization/server/index.ts";
import { readRegister } from "#modules/register/read-register.ts";
import { importRegister, refused } from "#modules/register/server/index.ts";
import type { OpenDatabase } from "#platform/server/database/open.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import type pg from "pg";
import { fillMatters, type Commune } from "./fill-matters.ts";
import { askers, nationUnits, PASSWORD } from "./nation.ts";

const actor = { kind: "system", name: "bench" } as const;

/** Fills an empty database with a nation: its units through the import, its askers through the acts, its matters by COPY. */
export async function fill(
  { db, pool }: OpenDatabase,
  size: number,
  now: Temporal.Instant,
  tell: (done: number) => void,
): Promise<void> {
  await fillUnits(db, now);
  await fillAskers(db, now);
  const communes = await communesOf(db);
  const fields = (await db.selectFrom("field").select("code").execute()).map(({ code }) => code);
  const today = now.toZonedDateTimeISO("Asia/Ho_Chi_Minh").toPlainDate();
  const client = await pool.connect();
  try {
    await client.query("set session_replication_role = replica");
    await fillMatters(client, communes, fields, size, today, tell);
    await client.query("set session_replication_role = default");
    await client.query("vacuum analyze");
    await fillPresent(client);
    await client.query("vacuum analyze present_matter");
  } finally {
    client.release(true);
  }
}

async function fillUnits(db: Kysely<DB>, now: Temporal.Instant): Promise<void> {
  const bytes = Buffer.from(JSON.stringify({ format: "doi-thoai/register@1", units: nationUnits() }));
  const reading = readRegister(bytes, { maxBytes: bytes.length });
  if (!reading.ok) throw refused(reading.problems, reading.total);
  await performOn(db)(importRegister, { file: reading.file }, { actor, now });
}

async function fillAskers(db: Kysely<DB>, now: Temporal.Instant): Promise<void> {
  const perform = performOn(db);
  for (const { username, unit, capacity } of Object.values(askers)) {
    const { id } = await perform(addPerson, { unit, full_name: username }, { actor, now });
    await perform(
      appoint,
      { person: id, unit, capacity, title: capacity, from: "2020-01-01" },
      { actor, now },
    );
    await db
      .transaction()
      .execute((trx) => createAccount(trx, { personId: id, username, password: PASSWORD }, now));
  }
}

async function communesOf(db: Kysely<DB>): Promise<Commune[]> {
  const { rows } = await sql<Commune>`
    select c.id, c.code, c.root_id as "rootId",
      array_agg(u.id) filter (where u.kind = 'agency') as agencies,
      array_agg(u.id) filter (where u.kind = 'village') as villages
    from unit c join unit_parent p on p.parent_id = c.id join unit u on u.id = p.unit_id
    where c.kind = 'commune' group by c.id order by c.code`.execute(db);
  return rows;
}

/** The triggers were off: how each matter stands is told at the end, once the planner knows the tables. */
async function fillPresent(client: pg.PoolClient): Promise<void> {
  await client.query("insert into unit_register (unit_id) select distinct unit_id from recommendation");
  const { rows } = await client.query<{ id: string }>("select id from recommendation order by id");
  for (let first = 0; first < rows.length; first += 5000) {
    const ids = rows.slice(first, first + 5000).map(({ id }) => id);
    await client.query("select refresh_present_matters($1)", [ids]);
  }
}
