import type pg from "pg";
import { get, type Bench, type Measured } from "./asking.ts";
import { offices } from "./offices.ts";
import { spending } from "./spending.ts";

const CONNECTIONS = 2;
const words = ["ven song doan", "cong thoat nuoc", "tram bien ap", "doan so 317", "nha van hoa"];

/** Who looks, and how what is found is sorted. */
const ways = {
  "": { unit: "VN", sort: "received" },
  province: { unit: "P01", sort: "received" },
  commune: { unit: "P01-C001", sort: "received" },
  byDate: { unit: "VN", sort: "due" },
} as const;

/**
 * Three syllables without tone marks: over everything, newest first, against what a table's own columns give by `ilike` in the
 * same run; and the processor time of the same over a province, a commune, and in order of the date of answer.
 */
export async function search(bench: Bench): Promise<Measured> {
  const [named, ...others] = Object.entries(ways);
  const { figures, spent } = await measuredSearch(bench, named![1]);
  const more: Record<string, number> = { ...spent };
  for (const [name, way] of others) {
    const { spent, figures } = await measuredSearch(bench, way);
    more[`${name}Ms`] = spent.serverMs + spent.databaseMs;
    more[`${name}P95`] = figures.p95;
  }
  const floor = await byPattern(bench.database.pool, bench.seconds);
  return { what: "search", figures, more: { ...more, ilike: floor, ofIlike: figures.perSecond / floor } };
}

async function measuredSearch(bench: Bench, { unit, sort }: { unit: string; sort: string }) {
  const [office] = await offices(bench.database.db, [unit], Temporal.Now.instant());
  const path = (n: number) =>
    `/api/v1/recommendations?${new URLSearchParams({ sort, size: "20", text: words[n % words.length]! }).toString()}`;
  return spending(bench, CONNECTIONS, (n) => ({ ...get(office!.token), path: path(n) }));
}

/** So many a second are found by a pattern in the columns in which a matter's words stand, without HTTP and rights. */
async function byPattern(pool: pg.Pool, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let asked = 0;
  const one = async () => {
    while (performance.now() < end)
      await pool.query(
        `select id, code, left(text, 240), received_on from recommendation
         where code ilike $1 or text ilike $1 or search ilike $1 order by received_on desc, id desc limit 20`,
        [`%${words[asked++ % words.length]!}%`],
      );
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  return asked / seconds;
}
