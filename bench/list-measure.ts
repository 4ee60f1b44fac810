import { leanAsker } from "#platform/server/reading/lean.ts";
import { dayInVietnam } from "#kernel/clock.ts";
import { actorOfToken, recognisedByToken } from "#modules/identity/server/index.ts";
import { readings } from "#acts/readings.ts";
import type { Bench, Measured } from "./asking.ts";
import { besideServer } from "./beside-server.ts";
import type { Ask } from "./load.ts";
import { inRounds, timeOf } from "./rounds.ts";
import { spending } from "./spending.ts";

const CONNECTIONS = 16;
const OPEN = { view: "open", size: "20" };
/** More than the server remembers the last answers of (`lean.ts`). */
const DIFFERENT = 300;

/**
 * A list by a token: its rate, the processor time of server and database for each request, and both of the least server that
 * asks the same of the database (`list-floor.ts`), the two in turn; besides, the time of a list of which nothing was said before
 * that would do again. Rates hold what asks as well; on a machine that others use the ratio of times (`floorTime`) says more.
 */
export async function measuredList(
  bench: Bench,
  what: string,
  { unit, token }: { unit: string; token: string },
): Promise<Measured> {
  const query = { unit, ...OPEN };
  const ask = (more: object = {}): Ask => ({
    path: `/api/v1/recommendations?${new URLSearchParams({ ...query, ...more }).toString()}`,
    headers: { authorization: `Bearer ${token}` },
  });
  const rows = await rowsOf(bench.origin, ask());
  const question = await questionOf(bench.database, token, query);
  const {
    one: ours,
    other: floor,
    times,
  } = await besideFloor(bench, question, (floor) =>
    inRounds(CONNECTIONS, { bench, ask: () => ask() }, { bench: floor, ask: () => ({ path: "/" }) }),
  );
  const anew = await spending(bench, CONNECTIONS, (n) => ask({ from: dayBefore(n % DIFFERENT) }));
  const more = {
    rows,
    ...ours.spent,
    floor: floor.figures.perSecond,
    floorServerMs: floor.spent.serverMs,
    floorDatabaseMs: floor.spent.databaseMs,
    ofFloor: times,
    floorTime: timeOf(floor) / timeOf(ours),
    anewServerMs: anew.spent.serverMs,
    anewDatabaseMs: anew.spent.databaseMs,
  };
  return { what, figures: ours.figures, more };
}

/** Days before anything was received: another question each, with the same answer. */
const dayBefore = (n: number) => Temporal.PlainDate.from("2001-01-01").add({ days: n }).toString();

async function rowsOf(origin: string, { path, headers }: Ask): Promise<number> {
  const answer = await fetch(origin + path, { headers });
  return ((await answer.json()) as { matters: unknown[] }).matters.length;
}

/** The question that the server asks for this list. */
async function questionOf({ db }: Bench["database"], token: string, query: object): Promise<unknown> {
  const now = Temporal.Now.instant();
  await actorOfToken(db, token, now);
  const recognised = recognisedByToken(token, dayInVietnam(now))!;
  let asked: unknown;
  const client = {
    query: (question: unknown) => Promise.resolve(((asked = question), { rows: [[true, "[]"]] })),
  };
  const stream = { cork: () => undefined, uncork: () => undefined };
  const connected = { ...client, connection: { stream }, release: () => undefined };
  const pool = { options: { max: 1 }, connect: () => Promise.resolve(connected) };
  const reading = readings.find(({ name }) => name === "recommendations.list")!;
  await leanAsker(db, pool as never)(reading, { address: "", query: () => query }, recognised, now);
  return asked;
}

function besideFloor<Given>(bench: Bench, asked: unknown, measure: (floor: Bench) => Promise<Given>) {
  const { host, port, user, database, password } = bench.database.pool.options;
  const question = JSON.stringify({ connection: { host, port, user, database, password }, asked });
  const measured = (origin: string, server: number) => measure({ ...bench, origin, server });
  return besideServer("list-floor.ts", measured, question);
}
