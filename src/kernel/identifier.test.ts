import { expect, test } from "vitest";
import { matterCode, uuidv7 } from "./identifier.ts";

const noon = Temporal.Instant.from("2026-03-20T05:00:00Z");

test("identifiers made at one moment sort in the order of their making, and none comes twice", () => {
  const made = Array.from({ length: 20_000 }, () => uuidv7(noon));
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

test("a later moment sorts after an earlier one, whichever was made first", () => {
  const later = uuidv7(noon.add({ milliseconds: 1 }));
  expect(uuidv7(noon) < later).toBe(true);
});

test("they are of version 7 and tell their millisecond", () => {
  const made = uuidv7(noon);
  expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(parseInt(made.replaceAll("-", "").slice(0, 12), 16)).toBe(noon.epochMilliseconds);
});

test("a matter's code has at least four digits", () => {
  expect([matterCode("MC", 2020, 42), matterCode("MC", 2020, 12_345)]).toEqual([
    "MC-2020-0042",
    "MC-2020-12345",
  ]);
});
