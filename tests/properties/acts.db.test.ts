import { verifyMatters } from "#modules/recommendation/server/index.ts";
import { reportSummary } from "#modules/report/server/index.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { testDatabase } from "../support/database.ts";
import { recount } from "../support/recount.ts";
import { actScene, type ActScene, type Course } from "./act-scene.ts";
import { arbitrarySteps } from "./act-steps.ts";
import { tree } from "./arbitrary-history.ts";
import { answersNotBroughtBack } from "./answers-brought-back.ts";
import { endedBelowOpenAbove } from "./open-above.ts";
import { fileKnownOn, rawFacts, type RawFacts } from "./raw-facts.ts";
import { takeStep } from "./take-step.ts";
import { daysOf, statesKept, statesRecounted } from "./state-of-matters.ts";

const { db } = await testDatabase();
const first = Temporal.PlainDate.from("2020-01-06");
const morning = Temporal.Instant.from("2020-01-06T01:00:00Z");
/** Later than anything that a course of acts names. */
const lastDay = "2029-12-31";

/** Scenes of all runs stand side by side in one database, each under a province of its own. */
let scenes = 0;

const dayNo = fc.nat({ max: 120 });
const question = fc.record({
  unit: fc.constantFrom("P", "D1", "D2", "X1", "X3"),
  days: fc.tuple(fc.constantFrom(-30, 0, 0, 5, 20), dayNo),
  asOf: fc.option(dayNo),
  knownOn: fc.option(dayNo, { freq: 3 }),
});
type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

test("whatever the acts let through, states and figures of any day, as known on any day, are those of a plain recount", async () => {
  const questions = fc.array(question, { minLength: 12, maxLength: 12 });
  const property = fc.asyncProperty(arbitrarySteps, questions, async (steps, asked) => {
    const prefix = `G${(scenes += 1)}.`;
    const scene = await actScene(db, prefix, tree(prefix));
    const course: Course = { now: morning, done: 0, matters: [], conferences: [], remembered: [] };
    for (const step of steps) await takeStep(scene, course, step);
    expect(await auditLines(prefix)).toBe(course.done);
    const facts = await rawFacts(db, scene.place);
    await expectStates(facts);
    await expectFigures(scene, facts, asked);
    await expectRemembered(course);
    expect(await answersNotBroughtBack(db, prefix)).toEqual([]);
    for (const day of [...new Set(course.remembered.map(({ to }) => to)), null])
      expect([day, endedBelowOpenAbove(fileKnownOn(facts, day), lastDay)]).toEqual([day, []]);
    const astray = await verifyMatters(db, () => undefined);
    expect(astray.filter(({ code }) => code.startsWith(prefix))).toEqual([]);
  });
  await fc.assert(property, { numRuns: 12, seed: 20260801, interruptAfterTimeLimit: 20_000 });
}, 120_000);

/** What was refused leaves no line, what was done leaves one. */
async function auditLines(prefix: string): Promise<number> {
  const { lines } = await db
    .selectFrom("audit_entry as a")
    .innerJoin("unit as u", "u.id", "a.unit_id")
    .select(({ fn }) => fn.countAll<number>().as("lines"))
    .where("u.code", "like", `${prefix}%`)
    .executeTakeFirstOrThrow();
  return Number(lines);
}

/** Where each matter stood on every day on which anything happened to it, and stands at present. */
async function expectStates(facts: RawFacts): Promise<void> {
  const { recommendations } = fileKnownOn(facts, null);
  const kept = await statesKept(
    db,
    recommendations.map(({ ref }) => ref),
  );
  for (const matter of recommendations) {
    const days = [...daysOf(matter), lastDay];
    const { periods, present } = kept.get(matter.ref)!;
    const recounted = statesRecounted(matter, days);
    expect([matter.ref, days.map((day) => periods(day))]).toEqual([matter.ref, recounted]);
    expect([matter.ref, present]).toEqual([matter.ref, recounted.at(-1)]);
  }
}

async function expectFigures(scene: ActScene, facts: RawFacts, asked: readonly Question[]): Promise<void> {
  const dayOf = (days: number) => first.add({ days }).toString();
  for (const { unit, days, asOf, knownOn: known } of asked) {
    const [from, to] = days.toSorted((a, b) => a - b).map(dayOf) as [string, string];
    const knownOn = known === null ? null : dayOf(known);
    const period = { unit: scene.code(unit), from, to, asOf: asOf === null ? to : dayOf(asOf) };
    const counted = recount(fileKnownOn(facts, knownOn), period);
    const report = await reportSummary(db, { ...period, knownOn, today: lastDay });
    expect(report).toEqual({ ...counted, known_on: knownOn });
    expect(report.identities.filter(({ holds }) => !holds)).toEqual([]);
  }
}

/** What was known on a day is told today as it was told on that day. */
async function expectRemembered({ remembered }: Course): Promise<void> {
  for (const told of remembered) {
    const { unit, from, to } = told;
    const again = await reportSummary(db, { unit, from, to, knownOn: to, today: lastDay });
    expect(again).toEqual({ ...told, known_on: to });
  }
}
