import { expect, test } from "vitest";
import { isTooDeep } from "./input-depth.ts";

const nested = (levels: number) => JSON.parse(`${"[".repeat(levels)}${"]".repeat(levels)}`) as unknown;
const inObjects = (levels: number) =>
  JSON.parse(`${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`) as unknown;

test.each([
  ["a text", "x", false],
  ["nothing", null, false],
  ["a form", { a: ["b", "c"], d: { e: 1 } }, false],
  ["fifty levels", nested(50), false],
  ["fifty-one levels", nested(51), true],
  ["ten thousand lists", nested(10_000), true],
  ["a hundred thousand objects", inObjects(100_000), true],
  ["a file, which is one value", { file: new File(["x".repeat(1000)], "x.json") }, false],
])("%s", (_, input, tooDeep) => {
  expect(isTooDeep(input)).toBe(tooDeep);
});
