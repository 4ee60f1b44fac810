import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { backup } from "./backup.ts";
import { tableNames } from "./backup-format.ts";
import { restore } from "./restore.ts";

const { pool: full } = await testDatabase();
const { pool: empty } = await testDatabase();
const { pool: blank } = await testDatabase();
const now = Temporal.Instant.from("2026-01-01T00:00:00Z");
const quiet = () => undefined;
let folder: string;
const file = () => join(folder, "register.gz");

/** Rows that test the format and the guards: units above themselves in order, odd text, a final audit line. */
const rows = `
  insert into unit (id, code, kind, root_id, recorded_at) values
    ('00000000-0000-7000-8000-0000000000a1', 'QN', 'province', '00000000-0000-7000-8000-0000000000a1', now()),
    ('00000000-0000-7000-8000-0000000000a2', 'MC', 'district', '00000000-0000-7000-8000-0000000000a1', now());
  insert into unit_name (unit_id, name, search, from_on) values
    ('00000000-0000-7000-8000-0000000000a2', E'Thành phố\\tMóng Cái\\n\\\\.\\nhết', 'mong cai', '2008-09-24');
  insert into audit_entry (id, act, at, actor_label, input) values
    ('00000000-0000-7000-8000-000000000009', 'unit.add', now(), 'Ủy ban', '{"a": "\\\\.\\n", "b": null}');`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "doi-thoai-backup-"));
  await full.query(rows);
  await backup(full, file(), now, quiet);
});
afterAll(() => rm(folder, { recursive: true }));

async function contents(pool: pg.Pool): Promise<Record<string, unknown>> {
  const client = await pool.connect();
  try {
    const all: Record<string, unknown> = {};
    for (const table of await tableNames(client))
      all[table] = (await client.query(`select to_jsonb(t) as row from ${table} t order by t::text`)).rows;
    return all;
  } finally {
    client.release();
  }
}

/** A copy of the backup whose unpacked bytes were changed. */
async function altered(name: string, change: (text: string) => string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, gzipSync(change(gunzipSync(await readFile(file())).toString("utf8"))));
  return path;
}

test("what was backed up comes back exactly, with its guards", async () => {
  expect((await contents(full)).unit).toHaveLength(3);
  await restore(empty, file(), quiet);
  expect(await contents(empty)).toEqual(await contents(full));
  await expect(empty.query("delete from audit_entry")).rejects.toMatchObject({ code: "DT001" });
  await expect(
    empty.query(
      "update unit_name set unit_id = '00000000-0000-7000-8000-00000000000f' where from_on = '2008-09-24'",
    ),
  ).rejects.toMatchObject({ code: "23503" });
});

test("after a restore the server knows how large its tables are", async () => {
  const { rows } = await empty.query("select reltuples from pg_class where oid = 'unit'::regclass");
  expect(rows[0].reltuples).toBeGreaterThan(0);
});

test("a database that holds anything is refused", async () => {
  await expect(restore(full, file(), quiet)).rejects.toMatchObject({
    en: expect.stringContaining("already holds data"),
  });
});

test("only the finished file is left", async () => {
  expect(await readdir(folder)).toContain("register.gz");
  expect((await readdir(folder)).filter((name) => name.endsWith(".partial"))).toEqual([]);
});

test("a folder that is not there: a sentence, and nothing is left", async () => {
  await expect(backup(full, join(folder, "none", "x.gz"), now, quiet)).rejects.toMatchObject({
    en: expect.stringContaining("There is no folder"),
  });
});

test.each([
  ["a changed letter", (text: string) => text.replace("mong cai", "mong cay")],
  ["a row taken out", (text: string) => text.replace(/^00000000-0000-7000-8000-0000000000a2\tMC.*\n/m, "")],
  ["a missing end", (text: string) => text.slice(0, -200)],
  ["another program's file", () => "hello\n"],
  ["another format", (text: string) => text.replace("backup@1", "backup@9")],
  ["another version's schema", (text: string) => text.replace(/"checksum":"..../, '"checksum":"0000')],
])("%s: refused, nothing restored", async (name, change) => {
  const before = await contents(blank);
  const path = await altered(`${name}.gz`, change);
  await expect(restore(blank, path, quiet)).rejects.toMatchObject({ name: "StartProblem" });
  expect(await contents(blank)).toEqual(before);
});

test("a file cut short in the middle of its packing is refused", async () => {
  const path = join(folder, "cut.gz");
  await writeFile(path, (await readFile(file())).subarray(0, -30));
  await expect(restore(blank, path, quiet)).rejects.toMatchObject({ en: expect.stringContaining("damaged") });
});

test("after all those refusals the right file is still taken", async () => {
  await restore(blank, file(), quiet);
  expect(await contents(blank)).toEqual(await contents(full));
});
