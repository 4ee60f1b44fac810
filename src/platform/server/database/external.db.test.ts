import type pg from "pg";
import { expect, inject, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { checkExternal } from "./external.ts";

const { pool } = await testDatabase();
const server = inject("databaseServer") as pg.ClientConfig & { host: string; port: number };
const addressOf = (user: string, database: string) =>
  `postgres://${user}@/${database}?host=${encodeURIComponent(server.host)}&port=${server.port}`;

test("an address that leads to a usable PostgreSQL is taken", async () => {
  await expect(checkExternal(addressOf(server.user!, pool.options.database!))).resolves.toBeUndefined();
});

test.each([
  ["a database that is not there", addressOf(server.user!, "khong_co"), "has no database of the name"],
  ["a user who is not there", addressOf("nguoi_la", "postgres"), "does not accept the user or password"],
  [
    "a port where nobody listens",
    "postgres://a@127.0.0.1:9/b",
    "127.0.0.1:9/b as DATABASE_URL says: connect",
  ],
  ["a host that no name server knows", "postgres://a@may.invalid/b", "at may.invalid:5432/b as"],
  ["a certificate that is no file", "postgres://127.0.0.1:9/b?sslrootcert=/khong/co.pem", "/khong/co.pem"],
])("%s: one sentence in each language, without the password", async (_title, url, sentence) => {
  const refused = await checkExternal(url).catch((error: unknown) => error);
  expect(refused).toMatchObject({
    name: "StartProblem",
    en: expect.stringContaining(sentence) as string,
    vi: expect.stringMatching(/^[^\n]+\.$/) as string,
  });
});
