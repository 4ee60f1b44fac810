import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { expectLinear } from "../../../tests/support/growth.ts";
import { masked } from "./masked.ts";

// What people say in the hall, invented after recurring topics: what is personal in it is masked, and little else.

type Said = { readonly text: string; readonly personal: readonly string[] };
const corpus = JSON.parse(readFileSync(new URL("corpus.json", import.meta.url), "utf8")) as Said[];
const words = (text: string) => text.split(/\s+/u).length;
const kept = (text: string) => words(text.replace(/\[[^\]]*\]/gu, " ").trim());

test("of a hundred personal values at least 98 are masked", () => {
  const values = corpus.flatMap(({ text, personal }) =>
    personal.map((value) => ({ value, posted: masked(text, []) })),
  );
  const seen = values.filter(({ value, posted }) => posted.includes(value));
  expect(values.length).toBeGreaterThan(15);
  expect(seen.length / values.length, JSON.stringify(seen)).toBeLessThanOrEqual(0.02);
});

test("where nothing is personal at most three words in a hundred are masked", () => {
  const plain = corpus.filter(({ personal }) => personal.length === 0).map(({ text }) => text);
  const all = plain.reduce((sum, text) => sum + words(text), 0);
  const left = plain.reduce((sum, text) => sum + kept(masked(text, [])), 0);
  expect((all - left) / all).toBeLessThanOrEqual(0.03);
});

describe("takes time that grows with its length", () => {
  const hard = [
    "Nguyễn Văn A ",
    "đường Lê Lợi, ",
    "A-",
    "A-B1-",
    "số ",
    "ông ",
    "0912 ",
    "1 ",
    "H'",
    "x@",
    "a.",
    "   ",
  ];
  test.each(hard)("%j", async (part) => {
    await expectLinear(part, 4000, (length) => masked(part.repeat(length / part.length), ["Trần Thị Giấu"]));
  });
});
