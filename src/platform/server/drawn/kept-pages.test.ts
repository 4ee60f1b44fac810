import { expect, test } from "vitest";
import { keptPages } from "./kept-pages.ts";

test("pages are kept as long as they weigh no more together than they may; whichever was asked for longest ago goes first", () => {
  const pages = keptPages<string>(10);
  pages.keep("a", "A", 4);
  pages.keep("b", "B", 4);
  expect(pages.get("a")).toBe("A");
  pages.keep("c", "C", 4);
  expect(["a", "b", "c"].map((key) => pages.get(key))).toEqual(["A", undefined, "C"]);
});

test("a page that is kept anew weighs what it weighs now", () => {
  const pages = keptPages<string>(10);
  for (let time = 0; time < 5; time++) pages.keep("a", "A", 8);
  pages.keep("b", "B", 2);
  expect([pages.has("a"), pages.has("b")]).toEqual([true, true]);
  pages.keep("a", "A", 9);
  expect([pages.has("a"), pages.has("b")]).toEqual([true, false]);
});

test("what weighs more than all may is not kept, and takes no other's place", () => {
  const pages = keptPages<string>(10);
  pages.keep("a", "A", 4);
  pages.keep("b", "B", 11);
  expect([pages.has("a"), pages.has("b")]).toEqual([true, false]);
  pages.keep("a", "too much", 11);
  expect(pages.get("a")).toBeUndefined();
});
