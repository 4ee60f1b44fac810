import { expect, test } from "vitest";
import { partOf } from "./list-part.ts";

const items = Array.from({ length: 7 }, (_, index) => index + 1);

test("pages together are the whole list, each thing once", () => {
  const pages = [1, 2, 3].map((page) => partOf(items, page, 3));
  expect(pages.flatMap(({ shown }) => shown)).toEqual(items);
  expect(pages.map(({ first, pages: count, all }) => [first, count, all])).toEqual([
    [1, 3, 7],
    [4, 3, 7],
    [7, 3, 7],
  ]);
});

test.each([
  [null, 1],
  [-2, 1],
  [99, 3],
])("page %s is page %i", (asked, page) => expect(partOf(items, asked, 3).page).toBe(page));

test("an empty list has one page with nothing on it", () => {
  expect(partOf([], 4, 3)).toEqual({ shown: [], page: 1, pages: 1, first: 1, all: 0 });
});
