import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { buildCast } from "../support/cast.ts";
import { testDatabase } from "../support/database.ts";
import { arbitraryDated, arbitraryHappenings, happen, type Happened } from "./paper-facts.ts";
import { beginning, paperPlace, type PaperPlace } from "./paper-place.ts";
import { papersOf, type Papers } from "./printed-papers.ts";

// A paper of a day tells what held at the end of that day: printed on it, and printed again after everything that came later.
const { db } = await testDatabase();
let places = 0;
const nextPrefix = () => `zq${places++}z`;
const dayAfter = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();
const timesOfPrinting = 2;

beforeAll(async () => {
  await buildCast(db);
});

/** Papers that were issued are kept as they were, to the last letter. */
async function issuedOf({ held, coming }: PaperPlace): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("issued_document")
    .select(["id", "paper"])
    .where("subject_id", "in", [held, coming])
    .execute();
  return new Map(rows.map(({ id, paper }) => [id, JSON.stringify(paper)]));
}

test("what happens after the day of a paper changes nothing in it", async () => {
  const seen = new Map<string, number>();
  let compared = 0;
  const property = fc.asyncProperty(arbitraryHappenings, async (happenings) => {
    const place = await paperPlace(db, nextPrefix());
    const printed = new Map<string, Papers>();
    let day = dayAfter(beginning, 1);
    const every = Math.ceil(happenings.length / (timesOfPrinting + 1));
    for (const [at, { what, gap, detail }] of happenings.entries()) {
      if (at > 0 && at % every === 0) {
        const issued = { conference: place.coming, side: "government", issued_on: day };
        await place.act("conference.issue_paper", { ...issued, kind: "announcement" }, day);
        printed.set(day, await papersOf(place, { day, today: day }));
        day = dayAfter(day, 1);
      }
      day = dayAfter(day, gap);
      if (await happen(place, what, day, detail)) seen.set(what, (seen.get(what) ?? 0) + 1);
    }
    const issued = await issuedOf(place);
    const today = dayAfter(day, 1);
    for (const [then, papers] of printed) {
      const again = await papersOf(place, { day: then, today });
      for (const [name, paper] of Object.entries(papers)) {
        // What could not be written then may be entered late; what there was stays.
        if (paper === null) continue;
        expect([then, name, again[name]]).toEqual([then, name, paper]);
        compared += 1;
      }
    }
    expect(await issuedOf(place)).toEqual(issued);
  });
  await fc.assert(property, { numRuns: 5, seed: 20261201, endOnFailure: true });
  expect(compared).toBeGreaterThan(100);
  expect([...seen.keys()].length, [...seen].join("; ")).toBeGreaterThan(14);
}, 300_000);

/** Everything written down on one day, each fact with the day on which it happened; those that were let through. */
async function writtenDown(place: PaperPlace, facts: readonly Happened[], day: string): Promise<Happened[]> {
  const late: PaperPlace = { ...place, act: (name, input) => place.act(name, input, day) };
  const done: Happened[] = [];
  for (const fact of facts) if (await happen(late, fact.what, fact.on, fact.detail)) done.push(fact);
  return done;
}

const inOrder = (facts: readonly Happened[]) => facts.toSorted((a, b) => (a.on < b.on ? -1 : 1));
const nameless = (papers: Papers) => JSON.parse(JSON.stringify(papers).replaceAll(/zq\d+z/g, "P")) as Papers;

test("in whatever order it is written down, a paper of a day says the same", async () => {
  let [compared, moved] = [0, 0];
  const property = fc.asyncProperty(arbitraryDated, async ({ days, units, matters }) => {
    const on = (facts: typeof units) => facts.map((fact) => ({ ...fact, on: dayAfter(beginning, fact.gap) }));
    const [ofUnits, ofMatters] = [on(units), on(matters)];
    const today = dayAfter(beginning, 40);
    const [straight, mixed] = [await paperPlace(db, nextPrefix()), await paperPlace(db, nextPrefix())];
    const done = await writtenDown(straight, inOrder([...ofUnits, ...ofMatters]), today);
    // What became of the units is written down last, the latest of it first.
    const [late, early] = [ofUnits, ofMatters].map((some) =>
      done.filter((fact) => some.includes(fact as never)),
    );
    const other = await writtenDown(mixed, [...early!, ...late!.toReversed()], today);
    if (other.length < done.length) return;
    for (const gap of days) {
      const day = { day: dayAfter(beginning, gap), today };
      expect(nameless(await papersOf(mixed, day))).toEqual(nameless(await papersOf(straight, day)));
      compared += 1;
    }
    moved += late!.length;
  });
  await fc.assert(property, { numRuns: 4, seed: 20261201, endOnFailure: true });
  expect([compared > 3, moved > 4], `${compared}, ${moved}`).toEqual([true, true]);
}, 300_000);
