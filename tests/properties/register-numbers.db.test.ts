import { performOn } from "#acts/perform.ts";
import { actNamed } from "#acts/registry.ts";
import { countRegisters, verifyMatters, verifyRegisters } from "#modules/recommendation/server/index.ts";
import { exportRegister } from "#modules/register/server/index.ts";
import { backup } from "#platform/server/database/backup.ts";
import { restore } from "#platform/server/database/restore.ts";
import fc from "fast-check";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "../support/database.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { LivingProvince, livingSteps, type Step } from "./living-province.ts";

// The numbers kept of registers (decision 43) are a recount, whatever came in which order: acts, units that end, hand-overs,
// register files taken in, adding up on any day, a backup brought back.

const runs = 4;
const [here, elsewhere, ...restored] = (await Promise.all(
  Array.from({ length: runs + 2 }, testDatabase),
)) as [TestDatabase, TestDatabase, ...TestDatabase[]];
const now = Temporal.Instant.from("2026-03-02T05:00:00Z");
const system = { kind: "system", name: "tests" } as const;

const choice = fc.nat({ max: 1000 });
const ofNumbers = ["count", "count", "take elsewhere", "take elsewhere", "hold", "release", "annul"];
const does = fc.constantFrom(...livingSteps, ...ofNumbers);
const steps = fc.array(fc.record({ does, one: choice, other: choice }), {
  minLength: 12,
  maxLength: 18,
  size: "max",
});

/** Days of before, among and after those for which work is due. */
const days = ["2026-03-02", "2026-06-25", "2026-07-10", "2027-01-04"];

/** One province that lives here, and of which a register file is taken in elsewhere from time to time. */
class TwoPlaces {
  readonly done = new Set<string>();
  readonly province: LivingProvince;
  #db = here.db;

  constructor(prefix: string) {
    this.province = new LivingProvince(here.db, prefix);
  }

  async take(step: Step, index: number): Promise<void> {
    if (step.does === "count") await this.count(days[step.one % days.length]!);
    else if (step.does === "take elsewhere") await this.#takeElsewhere();
    else await this.province.take(step, index);
  }

  async count(day: string): Promise<void> {
    for (const db of [this.#db, elsewhere.db]) await countRegisters(db, day);
  }

  async #takeElsewhere(): Promise<void> {
    const file = await exportRegister(this.#db, this.province.code("P"), system, "2026-03-02");
    const taken = await performOn(elsewhere.db)(
      actNamed("register.import")!,
      { file },
      { actor: system, now },
    ).catch((refused: unknown) => refused);
    if (!(taken instanceof Error)) this.done.add("taken elsewhere");
  }

  async restore(into: TestDatabase, file: string): Promise<void> {
    await backup(here.pool, file, now, () => undefined);
    await restore(into.pool, file, () => undefined);
    this.#db = into.db;
    this.province.goesOnIn(into.db);
  }

  async expectNumbers(): Promise<void> {
    for (const db of [this.#db, elsewhere.db]) expect(await verifyRegisters(db)).toEqual([]);
  }
}

test("the numbers of registers are a recount, whatever came in which order", async () => {
  await using folder = await disposable();
  const done = new Set<string>();
  let run = 0;
  const property = fc.asyncProperty(steps, steps, async (before, after) => {
    const places = new TwoPlaces(`N${(run += 1)}.`);
    await places.province.begin();
    for (const [index, step] of before.entries()) {
      await places.take(step, index);
      await places.expectNumbers();
    }
    await places.restore(restored[run - 1]!, join(folder.path, `${run}.gz`));
    await places.expectNumbers();
    for (const [index, step] of after.entries()) {
      await places.take(step, before.length + index);
      await places.expectNumbers();
    }
    for (const day of days) {
      await places.count(day);
      await places.expectNumbers();
    }
    expect(await verifyMatters(restored[run - 1]!.db, () => undefined)).toEqual([]);
    for (const name of places.done) done.add(name);
    if (places.province.handedOver > 0) done.add("handed over");
    if (places.province.ended.length > 0) done.add("ended");
  });
  await fc.assert(property, { numRuns: runs, seed: 20261201, endOnFailure: true });
  expect([...done].toSorted()).toEqual(["ended", "handed over", "taken elsewhere"]);
}, 300_000);

async function disposable() {
  const folder = await temporaryFolder();
  return { ...folder, [Symbol.asyncDispose]: () => folder.remove() };
}
