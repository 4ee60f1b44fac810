import { expect, test } from "vitest";
import { badgeFrom, readBadge } from "./badge.ts";

test("a badge has six signs that nobody takes for another", () => {
  const all = Array.from({ length: 256 }, (_, byte) => badgeFrom(new Uint8Array(6).fill(byte)));
  for (const badge of all) expect(badge).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
  expect(new Set(all).size).toBe(31);
});

test.each([
  ["k7m-2qz", "K7M2QZ"],
  [" K7M 2QZ\n", "K7M2QZ"],
])("%j is read as %s", (typed, badge) => expect(readBadge(typed)).toBe(badge));
