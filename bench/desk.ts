import type { Capacity } from "#kernel/actor.ts";
import type { Bench, Measured } from "./asking.ts";
import { signedIn } from "./asking.ts";
import { load, type Ask } from "./load.ts";
import { accountOf } from "./nation-people.ts";
import { timeTaken } from "./spending.ts";

const CONNECTIONS = 4;

/** Whose desks are asked for, by the unit and capacity of their post. */
const readers = [
  ["commune", "P01-C001", "office_secretary"],
  ["commune chair", "P01-C001", "chairperson"],
  ["front", "P01-C001", "front_chair"],
  ["agency", "P01-C001-A1", "agency_head"],
  ["village", "P01-C001-V1", "village_head"],
  ["province", "P01", "office_secretary"],
  ["province chair", "P01", "chairperson"],
  ["nation chair", "VN", "chairperson"],
  ["nation front", "VN", "front_chair"],
  ["administrator", "VN", "administrator"],
] as const satisfies readonly (readonly [string, string, Capacity])[];

/** The desk as a page, signed in, of each capacity: processor time of server and database for each request. */
export async function desk({ origin, database, seconds, server }: Bench): Promise<Measured> {
  const more: Record<string, number> = {};
  let figures;
  for (const [name, unit, capacity] of readers) {
    const cookie = await signedIn(origin, await accountOf(database.db, unit, capacity));
    const ask = (): Ask => ({ path: "/desk", headers: { cookie } });
    await load(origin, CONNECTIONS, seconds, ask); // Until what is asked again and again is compiled.
    const before = timeTaken(server, database.pool);
    const seen = await load(origin, CONNECTIONS, seconds, ask);
    const after = timeTaken(server, database.pool);
    if (seen.refused > 0) throw new Error(`The desk of ${name} was refused ${seen.refused} times.`);
    const asked = seen.perSecond * seconds;
    more[`${name}: server ms`] = (after.server - before.server) / asked;
    more[`${name}: database ms`] = (after.database - before.database) / asked;
    figures ??= seen;
  }
  return { what: "desk", figures: figures!, more };
}
