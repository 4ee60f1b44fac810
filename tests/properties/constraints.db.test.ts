import { readFileSync } from "node:fs";
import { performOn } from "#acts/perform.ts";
import { registry } from "#acts/registry.ts";
import { loadNational } from "#modules/organization/server/index.ts";
import { importRegister } from "#modules/register/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { z } from "zod";
import { testDatabase } from "../support/database.ts";

// Whatever the database may refuse has its sentence: an act states it, or it stands in the list with the reason why no act
// meets it. What two who write at one moment meet all the same is `act.met_another`; the log then names the constraint.

const { db, pool } = await testDatabase();
const lines = readFileSync(new URL("./constraints.txt", import.meta.url), "utf8").split("\n");
const entries = lines
  .filter((line) => line.trim() && !line.startsWith("#"))
  .map((line) => /^(\S+): +(.{10,})$/.exec(line) ?? ([line, `?${line}`, ""] as const));
const listed = entries.map(([, name]) => name!);
const stated = registry.flatMap((act) => Object.keys(act.constraints ?? {}));

/** Unique and exclusion constraints by name; checks by their table; foreign keys by the table that they lead to. */
async function catalogue(): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(`
    select distinct name from (
      select i.relname as name from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
        where t.relnamespace = 'public'::regnamespace and (x.indisunique or x.indisexclusion)
          and not (x.indisprimary and x.indnatts = 1 and x.indkey[0] in
            (select attnum from pg_attribute where attrelid = t.oid and attname = 'id' and atttypid = 'uuid'::regtype))
      union all
      select 'check:' || conrelid::regclass::text from pg_constraint
        where connamespace = 'public'::regnamespace and contype = 'c'
      union all
      select 'to:' || confrelid::regclass::text from pg_constraint
        where connamespace = 'public'::regnamespace and contype = 'f'
    ) c order by name`);
  return rows.map(({ name }) => name);
}

test("every constraint is stated by an act or listed with the reason why none meets it", async () => {
  const all = await catalogue();
  expect(all.filter((name) => !listed.includes(name) && !stated.includes(name))).toEqual([]);
  expect(listed.filter((name) => !all.includes(name))).toEqual([]);
});

test("no act states a constraint that there is not", async () => {
  const { rows } = await pool.query<{ name: string }>(
    "select conname as name from pg_constraint union select relname from pg_class where relkind = 'i'",
  );
  const names = new Set(rows.map(({ name }) => name));
  expect(stated.filter((name) => !names.has(name))).toEqual([]);
});

const now = Temporal.Instant.from("2026-03-02T05:00:00Z");

test("two loads of the national units at once: both come through, and the units are there once", async () => {
  const load = () => performOn(db)(loadNational, {}, { actor: { kind: "system", name: "test" }, now });
  const written = (await Promise.all([load(), load()])).map((outcome) => outcome.written.units);
  expect(written.toSorted((one, other) => one - other)[0]).toBe(0);
  const { rows } = await pool.query("select count(*) = count(distinct code) as once from unit");
  expect(rows).toEqual([{ once: true }]);
  // Every unit of the nation twice, one after the other: on a machine busy with other work more than the usual time.
}, 60_000);

test("two imports of one register at once: both come through, and it is there once", async () => {
  const file: unknown = JSON.parse(readFileSync("registers/tho-quan-2019.json", "utf8"));
  const bring = () =>
    performOn(db)(importRegister, { file, dry_run: false }, { actor: { kind: "system", name: "test" }, now });
  const changed = (await Promise.all([bring(), bring()])).map((outcome) => outcome.changed);
  expect(changed.toSorted()).toEqual([false, true]);
});

test("a constraint that no act foresaw is told as a problem, and the transaction is taken back", async () => {
  const [row] = (await pool.query<{ code: string }>("select code from unit limit 1")).rows;
  const doubling = act({
    name: "test.double",
    title: { vi: "Thử", en: "Try" },
    may: {},
    input: z.strictObject({}),
    problems: {},
    place: async () => ({ unitId: null }),
    run: async ({ trx }) => {
      await sql`insert into unit (id, code, kind, root_id, recorded_at)
        select gen_random_uuid(), ${row!.code}, kind, root_id, now() from unit limit 1`.execute(trx);
    },
  });
  const done = performOn(db)(doubling, {}, { actor: { kind: "system", name: "test" }, now });
  await expect(done).rejects.toMatchObject({ definition: { code: "act.met_another", status: 409 } });
});
