import { actNamed } from "#acts/registry.ts";
import type { Actor } from "#kernel/actor.ts";
import { reportSummary } from "#modules/report/server/index.ts";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { ballotOf } from "./index.ts";

const { db } = await testDatabase();
let cast: Cast;
let front: Actor;
let conference: string;
const told = <Words>(_: string, text: Words) => text;

const later = noon.add({ hours: 48 });
const act = (name: string, input: Record<string, unknown>, actor = front, now = noon) =>
  cast.perform(actNamed(name)!, input, { actor, now }) as Promise<{ id: string }>;
const counted = (change: Record<string, number> = {}) => ({
  conference,
  issued: 60,
  returned: 58,
  not_returned: 2,
  valid: 57,
  spoiled: 1,
  very_satisfied: 20,
  satisfied: 34,
  neutral: 2,
  dissatisfied: 1,
  very_dissatisfied: 0,
  ...change,
});
const right = { satisfied: 30, neutral: 6 };

beforeAll(async () => {
  cast = await buildCast(db);
  front = await cast.holder("front_chair", "A");
});
beforeEach(async () => {
  const given = { unit: "A", form: "periodic", held_on: "2026-02-20" };
  const chairs = [{ name: "Bà Bí thư", capacity: "party_secretary" }];
  conference = (await act("conference.record", { ...given, chairs }, cast.system)).id;
});

describe("only the Front of the unit counts", () => {
  test.each([
    ["front_officer", "A", "done"],
    ["front_chair", "T", "act.not_permitted"],
    ["front_chair", "B", "conference.not_found"],
    ["front_chair", "C", "conference.not_found"],
    ["front_officer", "A-1", "conference.not_found"],
    ["agency_head", "A-KT", "act.not_permitted"],
    ["party_secretary", "A", "act.not_permitted"],
    ["chairperson", "A", "act.not_permitted"],
    ["office_secretary", "A", "act.not_permitted"],
    ["administrator", "T", "conference.not_found"],
  ] as const)("%s of %s: %s", async (capacity, unit, outcome) => {
    const actor = await cast.holder(capacity, unit);
    const done = await act("ballot.record", counted(), actor).then(
      () => "done",
      (error: { definition: { code: string } }) => error.definition.code,
    );
    expect(done).toBe(outcome);
    expect(await ballotOf(db, conference, { counts: true, told })).toHaveLength(outcome === "done" ? 1 : 0);
  });
});

test("a count that does not add up is not written, and the sum at fault is named", async () => {
  await expect(act("ballot.record", counted({ returned: 57 }))).rejects.toMatchObject({
    definition: { code: "ballot.out_of_balance" },
    faults: [{ field: "issued" }, { field: "returned" }],
  });
  expect(await ballotOf(db, conference, { counts: true, told })).toEqual([]);
});

test("a conference is counted once; what comes later puts it right, and the second of two is told", async () => {
  await act("ballot.record", counted());
  await expect(act("ballot.record", counted())).rejects.toMatchObject({
    definition: { code: "ballot.counted_already" },
  });
  const correction = { ...counted(right), reason: "Đếm lại một cọc", expected_version: 1 };
  await act("ballot.correct", correction, front, later);
  await expect(act("ballot.correct", correction, front, later)).rejects.toMatchObject({
    definition: { code: "ballot.changed_meanwhile" },
  });
  expect(await ballotOf(db, conference, { counts: true, told })).toMatchObject([
    { version: 2, share: 87.7, neutral: 6, reason: null },
    { version: 1, share: 94.7, neutral: 2, reason: "Đếm lại một cọc" },
  ]);
});

test("who did not count reads no group under five", async () => {
  await act("ballot.record", counted());
  expect(await ballotOf(db, conference, { counts: false, told })).toMatchObject([
    { satisfied: 34, neutral: null, dissatisfied: null, very_dissatisfied: 0, share: 94.7 },
  ]);
});

test("no ballots before the conference was held", async () => {
  const given = { unit: "A", form: "periodic", held_on: "2026-03-20" };
  const prepared = (await act("conference.prepare", given, cast.system)).id;
  await expect(act("ballot.record", { ...counted(), conference: prepared })).rejects.toMatchObject({
    definition: { code: "ballot.not_held" },
  });
});

test("a report as known on the day before a correction still counts as it was counted then", async () => {
  const given = { unit: "A", form: "periodic", held_on: "2025-05-05" };
  const chairs = [{ name: "Bà Bí thư", capacity: "party_secretary" }];
  conference = (await act("conference.record", { ...given, chairs }, cast.system)).id;
  await act("ballot.record", counted());
  await act("ballot.correct", { ...counted(right), reason: "Đếm lại" }, front, later);
  const year = { unit: "A", from: "2025-01-01", to: "2025-12-31", today };
  const now = await reportSummary(db, year);
  const then = await reportSummary(db, { ...year, knownOn: today });
  const before = await reportSummary(db, { ...year, knownOn: "2026-03-01" });
  expect([before, then, now].map(({ satisfaction }) => [satisfaction.sessions, satisfaction.mean])).toEqual([
    [0, null],
    [1, 94.7],
    [1, 87.7],
  ]);
});
