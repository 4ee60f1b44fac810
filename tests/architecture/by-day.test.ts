import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// What holds of a matter follows its facts by their days. Whoever asks for the last one entered disagrees with it as soon
// as something is written down late: so nobody asks, in SQL or over a list, but through the one rule of each.

const sources = globSync(["src/**/*.{ts,svelte}", "cli/**/*.ts"])
  .filter((path) => !path.endsWith(".test.ts") && !path.includes("/paraglide/"))
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));

const theRule = [
  "src/modules/recommendation/by-day.ts",
  "src/modules/recommendation/server/moves/latest-first.ts",
];

/** By entry on purpose: the number of the next fact, and what a second person has to be told is new. */
const byEntry = [
  "src/modules/recommendation/server/matter/event.store.ts",
  "src/modules/recommendation/server/moves/refuse-if-changed.ts",
];

/** Asks for places in a list that it has read by day. */
const placesByDay = ["src/modules/deadline/server/matter-facts.ts"];

const idioms: [string, RegExp, readonly string[]][] = [
  [
    "the fact of the highest number of entry, in SQL",
    /\bsequence"?\s+desc|["']sequence["'],\s*["']desc/,
    byEntry,
  ],
  ["the highest number of entry", /max\(\s*["']?(\w+\.)?sequence/, byEntry],
  ["facts compared by their number of entry", /\bsequence\s*(<=?|>=?)\s*\w|[<>]=?\s*\w+\.sequence\b/, []],
  ["today where the day of a paper is to be said", /\bday\s*(: string)?\s*=\s*today\b|day \?\? today/, []],
  ["the last of a list of facts", /\b[eE]vents\s*\??\.\s*(findLast|at\(-1\))/, placesByDay],
];

test.each(idioms)("nobody asks for %s", (_, idiom, allowed) => {
  const asking = sources.filter(({ path, text }) => !theRule.includes(path) && idiom.test(text));
  expect(asking.map(({ path }) => path).filter((path) => !allowed.includes(path))).toEqual([]);
});

test("the idioms are the ones that were there", () => {
  const old = [
    "order by e.sequence desc limit 1",
    'eb.fn.max("sequence")',
    "x.sequence <= e.sequence",
    "today: string, day = today): Promise<Paper>",
    "matter.events.findLast(({ act }) => act === 'rule')",
  ];
  expect(idioms.map(([, idiom], index) => idiom.test(old[index]!))).toEqual([true, true, true, true, true]);
});
