import { globSync, readFileSync } from "node:fs";
import { toldToNobody, wordHandlers } from "#modules/notification/server/index.ts";
import { expect, test } from "vitest";

// A word that an act leaves and nobody takes up is lost without a trace: the worker marks it done.

const sources = globSync("src/**/*.ts")
  .filter((path) => !path.endsWith(".test.ts") && !path.includes("/paraglide/"))
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));

/** Each call that leaves a word, and how it names its topic: a literal, or a constant. */
const calls = sources.flatMap(({ path, text }) =>
  [...text.matchAll(/(?<![.\w])(?:(?:enqueue|leaveWord)\(\s*\w+,|outboxLine\()\s*("?[\w.]+"?)[,)]/g)].map(
    ([, topic]) => ({
      path,
      topic: topic!,
    }),
  ),
);
const constants = new Map(
  sources.flatMap(({ text }) =>
    [...text.matchAll(/export const ([A-Z_]+) = "([\w.]+)"/g)].map(
      ([, name, topic]) => [name!, topic!] as const,
    ),
  ),
);
const left = new Set(
  calls
    .filter(({ path }) => !path.endsWith("conference/server/leave-word.ts"))
    .map(({ topic }) => (topic.startsWith('"') ? topic.slice(1, -1) : constants.get(topic))),
);
const handled = Object.keys(wordHandlers(() => Promise.resolve(), "https://doithoai.vidu.vn"));

test("every word that is left names its topic where it is left", () => {
  expect(left.size).toBeGreaterThan(8);
  expect([...left].filter((topic) => topic === undefined)).toEqual([]);
});

test("every topic is taken up, or declared as told to nobody; and nothing waits for a word that is never left", () => {
  expect([...left].toSorted()).toEqual([...handled, ...toldToNobody].toSorted());
  expect(handled.filter((topic) => toldToNobody.has(topic))).toEqual([]);
});
