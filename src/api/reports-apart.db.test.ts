import { expect, test } from "vitest";
import { issueToken } from "#modules/identity/server/index.ts";
import { createKysely, createPool, forReports } from "#platform/server/database/connect.ts";
import { setCurrentDatabase } from "#platform/server/database/current.ts";
import { openDatabase } from "#platform/server/database/open.ts";
import { buildCast } from "../../tests/support/cast.ts";
import { testDatabase } from "../../tests/support/database.ts";
import { api } from "./application.ts";

const { db, pool } = await testDatabase();
const { host, port, user, database } = pool.options;
const databaseUrl = `postgres://${user}@/${database}?host=${encodeURIComponent(host!)}&port=${port}`;
const cast = await buildCast(db);
const secretary = await cast.holder("office_secretary", "A");
const { token } = (await cast.perform(
  issueToken,
  {
    post: secretary.posts[0]!.id,
    label: "thử",
    until: Temporal.Now.plainDateISO().add({ days: 30 }).toString(),
  },
  { actor: secretary, now: Temporal.Now.instant() },
)) as { token: string };

function ask(path: string): Promise<Response> {
  const request = new Request(`http://localhost/api/v1${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return Promise.resolve(
    api.fetch(request, { requestId: "0199aaaa-0000-7000-8000-000000000000", actor: null }),
  );
}
const report = () => ask("/reports/summary?unit=A&from=2026-01-01&to=2026-12-31");
const list = () => ask("/recommendations?unit=A");
const statuses = async (answers: readonly Promise<Response>[]) =>
  (await Promise.all(answers)).map(({ status }) => status);

test("while reports wait for their turn every list is answered; then they are, too", async () => {
  const settings = { databaseConnections: 2, reportConnections: 1, dataFolder: "/nonexistent" };
  const open = await openDatabase({ databaseUrl, ...settings }, "app");
  setCurrentDatabase(open);
  const held = Promise.withResolvers<void>();
  const taken = Promise.withResolvers<void>();
  const long = open.reports.connection().execute(() => (taken.resolve(), held.promise));
  await taken.promise;
  let answered = 0;
  const reports = Array.from({ length: 3 }, () => report().finally(() => (answered += 1)));

  expect(new Set(await statuses(Array.from({ length: 4 }, list)))).toEqual(new Set([200]));
  expect(answered).toBe(0);

  held.resolve();
  expect(new Set(await statuses(reports))).toEqual(new Set([200]));
  await long;
  await open.close();
}, 60_000);

test("whose turn does not come is told so, and when to come again", async () => {
  const own = createPool({ host, port, user, database, max: 1 }, forReports);
  setCurrentDatabase({
    db,
    pool,
    reports: createKysely(own),
    reportPool: own,
    embedded: false,
    checkReady: async () => undefined,
    patiently: (work) => work(pool),
    close: async () => undefined,
  });
  const held = await own.connect();
  own.options.connectionTimeoutMillis = 100;
  const answer = await report();
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("5");
  expect(await answer.json()).toMatchObject({ code: "act.reports_waiting" });
  expect((await list()).status).toBe(200);
  held.release();
  expect((await report()).status).toBe(200);
  await own.end();
});
