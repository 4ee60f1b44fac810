import type { ClientBase } from "pg";

type Statements = { off: string; on: string };

/**
 * Does work with the tables' foreign keys and triggers put aside, so that rows may come in any order and the
 * past may be written; then sets them up again. PostgreSQL checks every row when a foreign key comes back.
 * Inside the caller's transaction; needs no superuser.
 */
export async function withoutGuards<T>(
  client: ClientBase,
  tables: string[],
  work: () => Promise<T>,
): Promise<T> {
  const guards = [...(await rows(client, foreignKeys, tables)), ...(await rows(client, triggers, tables))];
  for (const { off } of guards) await client.query(off);
  const result = await work();
  await client.query("set constraints all immediate"); // no table with checks pending can be altered
  for (const { on } of guards) await client.query(on);
  return result;
}

async function rows(client: ClientBase, sql: string, tables: string[]): Promise<Statements[]> {
  return (await client.query<Statements>(sql, [tables])).rows;
}

const foreignKeys = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as on
  from pg_constraint where contype = 'f' and conparentid = 0 and conrelid::regclass::text = any ($1)`;

const triggers = `
  select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as off,
    format('alter table %s enable trigger %I', tgrelid::regclass, tgname) as on
  from pg_trigger where not tgisinternal and tgparentid = 0 and tgenabled = 'O' and tgrelid::regclass::text = any ($1)`;
