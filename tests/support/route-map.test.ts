import { expect, test } from "vitest";
import { pageOf, pageRoutes, routeOf } from "./route-map.ts";

test.each([
  ["/", "/", "/"],
  ["/desk", "/desk", "/desk"],
  ["/recommendations/new", "/recommendations/new", "/recommendations/new"],
  ["/recommendations/MC-2020-0001", "/recommendations/[code]", "/recommendations/[code]"],
  [
    "/recommendations/MC-2020-0001/assign",
    "/recommendations/[code]/assign",
    "/recommendations/[code]/[move]",
  ],
  ["/conferences/1/papers/minutes", "/conferences/[id]/papers/minutes", "/conferences/[id]/papers/[kind]"],
  ["/nowhere", undefined, undefined],
])("%s opens %s, of the route %s", (path, page, route) => {
  expect(pageOf(path)).toBe(page);
  expect(routeOf(path)).toBe(route);
});

test("every page is known", () => {
  expect(pageRoutes.length).toBeGreaterThan(90);
});
