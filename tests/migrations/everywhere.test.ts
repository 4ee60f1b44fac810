import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { searchKey } from "#kernel/vietnamese-text.ts";
import { performOn } from "#acts/perform.ts";
import { createUnit, readUnit } from "#modules/organization/server/index.ts";
import { readRegister } from "#modules/register/read-register.ts";
import { importRegister } from "#modules/register/server/index.ts";
import { reportSummary } from "#modules/report/server/index.ts";
import { backup } from "#platform/server/database/backup.ts";
import { restore } from "#platform/server/database/restore.ts";
import { migrate, readMigrations } from "#platform/server/database/migrate.ts";
import { openDatabase, type OpenDatabase } from "#platform/server/database/open.ts";
import { projectRoot } from "#platform/server/project-root.ts";
import { generateSchema } from "../../db/generate.ts";
import { startOrdinaryServer, systemPostgres } from "../support/ordinary-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const allNames = readMigrations().map(({ name }) => name);
const given = process.env.TEST_DATABASE_URL;
const binaries = systemPostgres();
const reason =
  given || binaries ? undefined : "neither TEST_DATABASE_URL nor a PostgreSQL of this machine's own";
if (reason) console.log(`skipped “a PostgreSQL of one's own”: ${reason}`);

describe("the embedded PostgreSQL", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let database: OpenDatabase;

  beforeAll(async () => {
    folder = await temporaryFolder();
    database = await openDatabase({ databaseUrl: undefined, dataFolder: folder.path }, "command");
  });
  afterAll(async () => {
    await database.close();
    await folder.remove();
  });

  test("takes every migration, in order", async () => {
    expect(await migrate(database.pool)).toEqual(allNames);
  });

  test("has every extension that migrations may use", async () => {
    const { rows } = await database.pool.query(
      "select name from pg_available_extensions where name = any ($1) order by name",
      [["pg_trgm", "unaccent", "btree_gist", "ltree"]],
    );
    expect(rows.map(({ name }) => name)).toEqual(["btree_gist", "ltree", "pg_trgm", "unaccent"]);
  });

  test("gives the schema that is written down in db/schema", async () => {
    await generateSchema(database.pool, folder.path);
    for (const file of ["schema.sql", "tables.ts"]) {
      const committed = readFileSync(join(projectRoot, "db", "schema", file), "utf8");
      expect(readFileSync(join(folder.path, file), "utf8"), `${file}: run npm run schema`).toBe(committed);
    }
  });
});

describe.skipIf(reason)("a PostgreSQL of one's own", () => {
  let server: { url: string; stop(): Promise<void> };
  const open = (url: string) => openDatabase({ databaseUrl: url, dataFolder: "/nonexistent" }, "command");

  beforeAll(async () => {
    server = given ? { url: given, stop: async () => undefined } : await startOrdinaryServer(binaries!);
  });
  afterAll(() => server?.stop());

  /** A new database beside the one the address names. */
  async function freshDatabase(kind = "encoding 'UTF8'"): Promise<{ url: string; drop(): Promise<void> }> {
    const name = `doi_thoai_test_${randomBytes(6).toString("hex")}`;
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    await once(`create database ${name} template template0 ${kind}`);
    return { url: url.href, drop: () => once(`drop database ${name} with (force)`) };
  }

  async function once(sql: string): Promise<void> {
    const client = new pg.Client(server.url);
    await client.connect();
    await client.query(sql).finally(() => client.end());
  }

  test("takes every migration, in order, once", async () => {
    const fresh = await freshDatabase();
    const database = await open(fresh.url);
    try {
      expect(await migrate(database.pool)).toEqual(allNames);
      expect(await migrate(database.pool)).toEqual([]);
    } finally {
      await database.close();
      await fresh.drop();
    }
  });

  test("one that does not hold every letter is refused in one sentence", async () => {
    const fresh = await freshDatabase("encoding 'LATIN1' locale 'C'");
    try {
      await expect(open(fresh.url)).rejects.toMatchObject({
        vi: expect.stringContaining("lưu chữ theo LATIN1"),
        en: expect.stringContaining("keeps text as LATIN1"),
      });
    } finally {
      await fresh.drop();
    }
  });

  test.each([
    ["libc", "locale 'C'"],
    ["libc under its other name", "locale 'POSIX'"],
    ["ICU, whose lower() is right", "locale_provider icu icu_locale 'vi' lc_collate 'C' lc_ctype 'C'"],
  ])("one whose lc_ctype knows no Vietnamese is refused in one sentence: %s", async (_, locale) => {
    const fresh = await freshDatabase(`encoding 'UTF8' ${locale}`);
    try {
      await expect(open(fresh.url)).rejects.toMatchObject({
        vi: expect.stringContaining("không biết chữ hoa, chữ thường tiếng Việt"),
        en: expect.stringContaining("does not know the letters of Vietnamese (lc_ctype “C”)"),
      });
    } finally {
      await fresh.drop();
    }
  });

  test("one of ICU whose lc_ctype knows them is taken, and folds and orders as any other", async () => {
    const fresh = await freshDatabase(
      "encoding 'UTF8' locale_provider icu icu_locale 'tr' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'",
    );
    const database = await open(fresh.url);
    try {
      await migrate(database.pool);
      const letters = Array.from({ length: 0x250 - 0x20 }, (_, index) => String.fromCharCode(index + 0x20));
      const vietnamese = Array.from({ length: 0x100 }, (_, index) => String.fromCharCode(index + 0x1e00));
      const asked = [...letters, ...vietnamese, "H’Bĭa Niê", "Ŏ Čuŏng", "41/TB–UBND", "ISTANBUL"];
      const { rows } = await database.pool.query<{ key: string }>(
        "select search_key(text) as key from unnest($1::text[]) with ordinality given(text, place) order by place",
        [asked],
      );
      expect(asked.filter((text, index) => rows[index]!.key !== searchKey(text))).toEqual([]);
    } finally {
      await database.close();
      await fresh.drop();
    }
  });

  test("an account that may make no tables is told so in one sentence", async () => {
    const fresh = await freshDatabase();
    const account = `doi_thoai_guest_${randomBytes(6).toString("hex")}`;
    await once(`create role ${account} login password 'guest'`);
    const url = new URL(fresh.url);
    [url.username, url.password] = [account, "guest"];
    const database = await open(url.href);
    try {
      await expect(migrate(database.pool)).rejects.toMatchObject({
        vi: expect.stringContaining(`“${account}” không được tạo bảng`),
        en: expect.stringContaining(`“${account}” may not create tables`),
      });
    } finally {
      await database.close();
      await fresh.drop();
      await once(`drop role ${account}`);
    }
  });

  test("takes a register, an act and a backup, and gives the same report after restoring", async () => {
    const [fresh, empty] = [await freshDatabase(), await freshDatabase()];
    const [first, second] = [await open(fresh.url), await open(empty.url)];
    const folder = await temporaryFolder();
    try {
      await migrate(first.pool);
      await migrate(second.pool);
      await bringIn(first, "mong-cai-2020");
      await perform(first, createUnit, { code: "MC-MOI", name: "Khu mới", kind: "village", parent: "MC" });
      const before = await reportOf(first);
      expect(before.recommendations).toMatchObject({ received: 104, done: 90, in_hand: 14 });

      const file = join(folder.path, "register.gz");
      const rows = await backup(first.pool, file, now, () => undefined);
      expect(await restore(second.pool, file, () => undefined)).toBe(rows);
      expect(await reportOf(second)).toEqual(before);
      expect(await readUnit(second.db, "MC-MOI", today)).toMatchObject({ name: "Khu mới" });
    } finally {
      await Promise.all([first.close(), second.close()]);
      await Promise.all([fresh.drop(), empty.drop(), folder.remove()]);
    }
  }, 120_000);

  const today = "2026-03-02";
  const now = Temporal.Instant.from(`${today}T05:00:00Z`);

  const perform = (
    { db }: OpenDatabase,
    ...[act, input]: [Parameters<ReturnType<typeof performOn>>[0], unknown]
  ) => performOn(db)(act, input, { actor: { kind: "system", name: "test" }, now });

  async function bringIn(database: OpenDatabase, name: string): Promise<void> {
    const bytes = readFileSync(join(projectRoot, "registers", `${name}.json`));
    const reading = readRegister(bytes, { maxBytes: bytes.length });
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    await perform(database, importRegister, { file: reading.file, dry_run: false });
  }

  const reportOf = ({ db }: OpenDatabase) =>
    reportSummary(db, { unit: "MC", from: "2020-01-01", to: "2020-12-31", today });

  test("a database that is not there: one sentence in each language", async () => {
    const url = new URL(server.url);
    url.pathname = "/no_such_database";
    await expect(open(url.href)).rejects.toMatchObject({
      en: expect.stringContaining("has no database of the name"),
    });
  });

  test("a user that is not there: one sentence in each language", async () => {
    const url = new URL(server.url);
    url.username = "nobody_here";
    await expect(open(url.href)).rejects.toMatchObject({
      en: expect.stringContaining("does not accept the user"),
    });
  });
});

test("nobody answers at DATABASE_URL: one sentence in each language, without the password", async () => {
  const url = "postgres://office:secret@127.0.0.1:9/register";
  const problem = await openDatabase({ databaseUrl: url, dataFolder: "/nonexistent" }, "app").catch(
    (error) => error,
  );
  expect(problem).toMatchObject({
    vi: expect.stringContaining("127.0.0.1:9/register"),
    en: expect.stringContaining("No PostgreSQL"),
  });
  expect(`${problem.vi} ${problem.en}`).not.toContain("secret");
});
