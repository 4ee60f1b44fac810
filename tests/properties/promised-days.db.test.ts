import type { Actor } from "#kernel/actor.ts";
import { stateAfter } from "#modules/recommendation/apply-event.ts";
import type { MatterEvent } from "#modules/recommendation/matter.ts";
import { countMatters, findMatter, listMatters, matterFilter } from "#modules/recommendation/server/index.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { testDatabase } from "../support/database.ts";
import { tree } from "./arbitrary-history.ts";
import { fileOf, type History } from "./history.ts";
import { matter, nothing } from "./small-history.ts";
import { statesRecounted } from "./state-of-matters.ts";
import { writeHistory } from "./write-history.ts";

// What was promised in the room for another day than the work was given: the list is what a plain recount finds, and what
// each matter's page says of itself.

const { db } = await testDatabase();
const system: Actor = { kind: "system", name: "tests" };
const today = "2022-01-01";
const received = "2020-03-01";

const after = (days: number) => Temporal.PlainDate.from(received).add({ days }).toString();

/** Few days, so that the work is often given the very one that was promised. */
const due = fc.option(fc.constantFrom(60, 61, 62).map(after), { freq: 6 });
const step = fc.record({
  act: fc.constantFrom(
    "rule",
    "rule",
    "rule",
    "assign",
    "assign",
    "extend",
    "return",
    "answer",
    "reopen",
    "schedule",
    "block",
  ),
  gap: fc.constantFrom(0, 1, 3),
  due,
  late: fc.constantFrom(0, 0, 9),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The steps that the state table allows, with the day on which each was entered. */
function lived(steps: readonly Step[], lead: string): [MatterEvent, string][] {
  let [on, entered] = [received, received];
  const told: [MatterEvent, string][] = [];
  for (const { act, gap, due: dueOn, late } of steps) {
    on = Temporal.PlainDate.from(on).add({ days: gap }).toString();
    const event = eventOf(act as MatterEvent["act"], on, { dueOn, lead });
    if (!isLegal([...told.map(([one]) => one), event])) continue;
    const written = Temporal.PlainDate.from(on).add({ days: late }).toString();
    entered = written > entered ? written : entered;
    told.push([event, entered]);
  }
  return told;
}

type Given = { readonly dueOn: string | null; readonly lead: string };

function eventOf(act: MatterEvent["act"], on: string, { dueOn, lead }: Given): MatterEvent {
  const base = { act, on };
  if (act === "rule") return { ...base, ruling: "written_answer", dueOn };
  if (act === "assign") return { ...base, leadId: lead, dueOn };
  if (act === "extend") return { ...base, dueOn: after(90), reason: "Chờ vốn" };
  if (act === "answer") return { ...base, outcome: "done" };
  if (act === "schedule") return { ...base, untilOn: after(200) };
  return act === "block" ? { ...base, reviewOn: after(200) } : { ...base, reason: "Vì sao" };
}

function isLegal(events: readonly MatterEvent[]): boolean {
  try {
    return stateAfter(received, events) !== null;
  } catch {
    return false;
  }
}

type Matter = ReturnType<typeof fileOf>["recommendations"][number];
const codeOf = ({ unit, ref }: Matter) => `${unit}-${ref}`;

function recountedAsMoved(one: Matter): boolean {
  const ruled = one.events.findLast(({ act }) => act === "rule");
  const promised = ruled && "due" in ruled ? (ruled.due ?? null) : null;
  const given = statesRecounted(one, [today])[0]?.originalDue ?? null;
  const assigned = one.events.some(({ act }) => act === "assign");
  return promised !== null && given !== null && assigned && promised !== given;
}

test("the list of what was given another date than promised equals a plain recount", async () => {
  let [histories, moved, promisedAndGiven] = [0, 0, 0];
  const courses = fc.array(fc.array(step, { minLength: 6, maxLength: 12, size: "max" }), {
    minLength: 20,
    maxLength: 20,
  });
  const property = fc.asyncProperty(courses, async (chosen) => {
    const prefix = `P${(histories += 1)}.`;
    const lead = `${prefix}A1`;
    const matters = chosen.map((steps, at) => matter(`m${at}`, `${prefix}X1`, received, lived(steps, lead)));
    const history: History = { ...nothing, ...tree(prefix), matters };
    await writeHistory(db, history);
    const file = fileOf(history, null).recommendations;
    const own = new Set(file.map(codeOf));
    const expected = file.filter(recountedAsMoved).map(codeOf);
    moved += expected.length;
    promisedAndGiven += file.filter(
      ({ events }) =>
        events.some(({ act }) => act === "assign") && /"rule".*"due"/.test(JSON.stringify(events)),
    ).length;
    const filter = matterFilter.parse({ promise: "moved" });
    const page = { sort: "received", size: 200 } as const;
    const listed = (await listMatters(db, system, filter, page, today)).matters.map(({ code }) => code);
    expect(listed.filter((code) => own.has(code)).toSorted()).toEqual(expected.toSorted());
    expect(await countMatters(db, system, filter, today, 10_000)).toBe(moved);
    for (const code of own) {
      const found = await findMatter(db, system, code, today);
      if (found.hidden === null) expect(found.promise !== null, code).toBe(expected.includes(code));
    }
  });
  await fc.assert(property, { numRuns: 6, seed: 20261204, endOnFailure: true });
  expect(moved).toBeGreaterThan(10);
  expect(promisedAndGiven).toBeGreaterThan(moved);
}, 120_000);
