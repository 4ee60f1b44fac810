import { performOn } from "#acts/perform.ts";
import { actNamed } from "#acts/registry.ts";
import { exportRegister } from "#modules/register/server/index.ts";
import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "../support/database.ts";
import {
  lifeOfAPlace,
  peopleOf,
  placeAt,
  unitsOf,
  writeFact,
  writeInOrder,
  type Written,
} from "./life-of-a-place.ts";
import { readPlace } from "./read-a-place.ts";

// Two years of a place, written down in other orders, and brought into an empty database: everybody reads the same.

const [here, elsewhere] = [await testDatabase(), await testDatabase()];
const facts = lifeOfAPlace();
let [straight, read]: [Written | null, Record<string, unknown>] = [null, {}];

beforeAll(async () => {
  straight = await placeAt(here.db, "S.");
  expect(await writeInOrder(straight, facts)).toEqual([]);
  read = await readPlace(straight);
}, 120_000);

/** What one place reads otherwise than the other. */
function apart(other: Record<string, unknown>) {
  const names = Object.keys({ ...read, ...other });
  return names
    .filter((name) => JSON.stringify(read[name]) !== JSON.stringify(other[name]))
    .map((name) => [name, other[name], read[name]]);
}

test("whatever is written down first, lists, desks, words, papers, figures and the first item are the same", async () => {
  let places = 0;
  const luck = fc.array(fc.nat(), { minLength: facts.length, maxLength: facts.length });
  const property = fc.asyncProperty(luck, async (ranks) => {
    const there = await placeAt(here.db, `O${(places += 1)}.`);
    const order = facts
      .map((fact, at) => ({ fact, rank: ranks[at]! }))
      .toSorted((one, other) => one.rank - other.rank);
    const refused = await writeInOrder(
      there,
      order.map(({ fact }) => fact),
    );
    expect([refused, apart(await readPlace(there))]).toEqual([[], []]);
  });
  await fc.assert(property, { numRuns: 1, seed: 20261201, endOnFailure: true });
}, 240_000);

test("out of the register and into an empty one everybody reads the same, under the names of each day", async () => {
  const from = straight!;
  const file = await exportRegister(here.db, from.unit("P"), { kind: "system", name: "tests" }, "2026-03-02");
  const again = await broughtInto(from, file);
  expect(apart({ ...(await readPlace(again)), ...toldTo(read) })).toEqual([]);
  expect(
    await exportRegister(elsewhere.db, from.unit("P"), { kind: "system", name: "tests" }, "2026-03-02"),
  ).toEqual({
    ...file,
  });
}, 120_000);

/** Words were left where things were done; a file brings none. */
const toldTo = (all: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(all).filter(([name]) => name.endsWith(" told")));

/** The register of a file in an empty database, with its people and what is only prepared, which no file has. */
async function broughtInto(from: Written, file: unknown): Promise<Written> {
  const { db } = elsewhere;
  const by = {
    actor: { kind: "system", name: "tests" } as const,
    now: Temporal.Instant.from("2026-03-02T05:00:00Z"),
  };
  await performOn(db)(actNamed("register.import")!, { file }, by);
  const again = { ...from, ...(await peopleOf(db, from.unit)) };
  await unitsOf(again);
  for (const fact of facts.filter(({ name }) => name.startsWith("post ") || name === "A 3"))
    expect(await writeFact(again, fact)).toBeNull();
  for (const [name, { code }] of from.made) {
    if (!code) continue;
    const { rows } = await sql<{
      id: string;
      code: string;
    }>`select id, code from recommendation where code = ${code}`.execute(db);
    again.made.set(name, rows[0] ?? {});
  }
  for (const name of ["A 1", "A 2", "B 1"]) {
    const { rows } = await sql<{
      id: string;
    }>`select id from conference where ref = ${from.id(name)}`.execute(db);
    again.made.set(name, rows[0] ?? {});
  }
  return again;
}
