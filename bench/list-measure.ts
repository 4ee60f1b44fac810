import { leanAsker } from "#platform/server/reading/lean.ts";
import { dayInVietnam } from "#kernel/clock.ts";
import { actorOfToken, recognisedByToken } from "#modules/identity/server/index.ts";
import { readings } from "#acts/readings.ts";
import type pg from "pg";
import type { Bench, Measured } from "./asking.ts";
import { besideServer } from "./beside-server.ts";
import { load, type Ask } from "./load.ts";
import { spending } from "./spending.ts";

const CONNECTIONS = 16;
const OPEN = { view: "open", size: "20" };

/**
 * A list by a token: its rate, the processor time of server and database for each request, and the rate of the least server
 * that asks the same of the database (`list-floor.ts`), in the same run.
 */
export async function measuredList(
  bench: Bench,
  what: string,
  { unit, token }: { unit: string; token: string },
): Promise<Measured> {
  const { origin, database, seconds } = bench;
  const query = { unit, ...OPEN };
  const path = `/api/v1/recommendations?${new URLSearchParams(query).toString()}`;
  const ask = (): Ask => ({ path, headers: { authorization: `Bearer ${token}` } });
  const rows = await rowsOf(origin, ask());
  const { figures, spent } = await spending(bench, CONNECTIONS, ask);
  const floor = await floorRate(database.pool, await questionOf(database, token, query), seconds);
  const more = {
    rows,
    ...spent,
    floor,
    ofFloor: figures.perSecond / floor,
  };
  return { what, figures, more };
}

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
  const pool = { connect: () => Promise.resolve({ ...client, release: () => undefined }) };
  const reading = readings.find(({ name }) => name === "recommendations.list")!;
  await leanAsker(db, pool as never)(reading, { address: "", query: () => query }, recognised, now);
  return asked;
}

async function floorRate({ options }: pg.Pool, asked: unknown, seconds: number): Promise<number> {
  const { host, port, user, database, password } = options;
  const question = JSON.stringify({ connection: { host, port, user, database, password }, asked });
  const loaded = async (origin: string) => {
    const ask = () => load(origin, CONNECTIONS, seconds, () => ({ path: "/" }));
    await ask();
    return (await ask()).perSecond;
  };
  return besideServer("list-floor.ts", loaded, question);
}
