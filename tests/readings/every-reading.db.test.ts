import { readFileSync } from "node:fs";
import { admitOn } from "#acts/ask.ts";
import { readings } from "#acts/readings.ts";
import { capacities, type Capacity, type Relation } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, type Cast } from "../support/cast.ts";
import { testDatabase } from "../support/database.ts";

// Every reading of a place × capacity × relation: who is given it, who is told that it is not theirs, and for whom it is as
// what never was. What a reading says of its right is one thing, what it answers another: this asks.

const { db } = await testDatabase();
let cast: Cast;

const year = { unit: "A", from: "2026-01-01", to: "2026-12-31" };
const nowhere = { ...year, unit: "KHONG-CO" };

/** What each is asked of the commune A, and of what is not there. */
const asked: Readonly<Record<string, { readonly there: object; readonly not: object }>> = {
  "reports.summary": { there: year, not: nowhere },
  "reports.shown": { there: year, not: nowhere },
  "reports.draft": { there: year, not: nowhere },
  "reports.to_issue": { there: year, not: nowhere },
  "reports.cases": { there: { ...year, figure: "received" }, not: { ...nowhere, figure: "received" } },
  "reports.shown_cases": { there: year, not: nowhere },
};

/** How the units of the cast stand to the commune A. */
const units: Readonly<Record<string, Relation>> = {
  T: "ancestor",
  A: "self",
  "A-KT": "descendant",
  "A-1": "descendant",
  B: "sibling",
  K: "stranger",
};

beforeAll(async () => {
  cast = await buildCast(db);
});

/** The readers as they should be: reading, capacity, the relations in which it is given. */
const written = readFileSync(new URL("../architecture/readers.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.trim() && !line.startsWith("#"));

const ofPlaces = readings.filter(({ may }) => may !== "each" && may !== "own");

test("every reading of a place is asked here", () => {
  expect(Object.keys(asked).toSorted()).toEqual(ofPlaces.map(({ name }) => name).toSorted());
});

test("is given to those whom the table names, and to nobody besides", async () => {
  const given: string[] = [];
  const odd: string[] = [];
  for (const reading of ofPlaces) {
    const { there, not } = asked[reading.name]!;
    for (const capacity of capacities) {
      const answers = new Map<string, string>();
      for (const unit of Object.keys(units)) {
        const actor = await holderOf(capacity, unit);
        const answerTo = (query: object) =>
          answerOf(admitOn({ db, reports: db })(reading, query, { actor, now: noon, by: "page" }));
        const answer = await answerTo(there);
        answers.set(unit, answer);
        const never = await answerTo(not);
        if (answer !== "given" && answer !== "act.not_permitted" && answer !== never)
          odd.push(`${reading.name} ${capacity} ${unit}: ${answer}, of what never was ${never}`);
      }
      const relations = new Set(
        Object.keys(units)
          .filter((unit) => answers.get(unit) === "given")
          .map((unit) => units[unit]),
      );
      if (relations.size > 0)
        given.push(`${reading.name} ${capacity}: ${[...relations].toSorted().join(" ")}`);
    }
  }
  expect(odd).toEqual([]);
  expect(given.toSorted()).toEqual(written.toSorted());
});

const holders = new Map<string, ReturnType<Cast["holder"]>>();

function holderOf(capacity: Capacity, unit: string) {
  const key = `${capacity} ${unit}`;
  const holder = holders.get(key) ?? cast.holder(capacity, unit);
  holders.set(key, holder);
  return holder;
}

async function answerOf(answer: Promise<unknown>): Promise<string> {
  try {
    await answer;
    return "given";
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.definition.code;
  }
}
