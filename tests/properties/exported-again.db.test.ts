import { performOn } from "#acts/perform.ts";
import { actNamed } from "#acts/registry.ts";
import { exportRegister } from "#modules/register/server/index.ts";
import { reportSummary } from "#modules/report/server/index.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { testDatabase } from "../support/database.ts";
import { LivingProvince, livingSteps, type Step } from "./living-province.ts";

// What a register lived through goes out and comes in again: units that ended, what was handed over, what was merged.

const [here, elsewhere] = [await testDatabase(), await testDatabase()];
const now = Temporal.Instant.from("2026-03-02T05:00:00Z");
const today = "2026-03-02";
const system = { kind: "system", name: "tests" } as const;

/** Each run has a province of its own, in both databases. */
let runs = 0;

const choice = fc.nat({ max: 1000 });
const does = fc.constantFrom(...livingSteps);
const courses = fc.array(fc.record({ does, one: choice, other: choice }), {
  minLength: 12,
  maxLength: 30,
  size: "max",
});

/** The figures of the place and of each of its units, as was and as is. */
async function figuresIn({ db }: typeof here, codes: readonly string[]) {
  const asked = codes.flatMap((unit) => (["as-was", "as-is"] as const).map((basis) => ({ unit, basis })));
  const period = { from: "2024-01-01", to: "2025-12-31", asOf: today, today };
  return Promise.all(
    asked.map(async ({ unit, basis }) => {
      const counted = reportSummary(db, { unit, basis, ...period });
      const figures = counted.then(
        ({ recommendations, balance, indicators }) => ({ recommendations, balance, indicators }),
        (problem: unknown) => String(problem),
      );
      return { unit, basis, figures: await figures };
    }),
  );
}

/** An agency that helps is abolished, and stays named when the lead's work is handed over. */
const stillHelping: Step[] = [
  { does: "end agency", one: 1, other: 0 },
  { does: "end agency", one: 0, other: 2 },
  { does: "hand over", one: 1, other: 0 },
];

/** Passed up by a commune that ends then, answered above, reopened there, merged with another below. */
const takenUpAgain: Step[] = [
  { does: "forward", one: 0, other: 0 },
  { does: "answer above", one: 0, other: 0 },
  { does: "end commune", one: 0, other: 1 },
  { does: "reopen above", one: 0, other: 0 },
  { does: "answer above", one: 0, other: 1 },
  { does: "merge", one: 2, other: 0 },
  { does: "reopen above", one: 0, other: 2 },
];

test("an own export goes in again and gives the same figures, whatever ended, was handed over or merged", async () => {
  let [handedOver, reopenedAbove] = [0, 0];
  const property = fc.asyncProperty(courses, async (steps) => {
    const place = new LivingProvince(here.db, `E${(runs += 1)}.`);
    await place.begin();
    for (const [index, step] of steps.entries()) await place.take(step, index);
    handedOver += place.handedOver;
    reopenedAbove += place.reopenedAbove;
    const file = await exportRegister(here.db, place.code("P"), { kind: "system", name: "test" }, today);
    const importing = actNamed("register.import")!;
    const by = { actor: system, now };
    expect(await performOn(here.db)(importing, { file }, by)).toMatchObject({ changed: false });
    await performOn(elsewhere.db)(importing, { file }, by);
    const codes = ["P", ...place.communes].map(place.code);
    expect(await figuresIn(elsewhere, codes)).toEqual(await figuresIn(here, codes));
    expect(
      await exportRegister(elsewhere.db, place.code("P"), { kind: "system", name: "test" }, today),
    ).toEqual(file);
  });
  await fc.assert(property, { numRuns: 7, seed: 20261130, examples: [[stillHelping], [takenUpAgain]] });
  expect(handedOver).toBeGreaterThan(4);
  expect(reopenedAbove).toBeGreaterThan(0);
}, 300_000);
