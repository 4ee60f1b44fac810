import { m } from "#paraglide/messages.js";
import { expect, test } from "vitest";
import { trailTo } from "./trail.ts";

test.each([
  ["/administration", []],
  ["/administration/people/new", ["/administration", "/administration/people"]],
  // Between them is a folder without a page.
  ["/administration/calendar/2026", ["/administration"]],
  ["/administrations/people", []],
  ["/account/tokens", []],
])("above %s stand the pages of its folders", (address, above) => {
  expect(trailTo(address, []).map(({ href }) => href)).toEqual(above);
});

test("what only the page can name follows", () => {
  const home = { href: "/recommendations/MC-0001", label: "MC-0001" };
  expect(trailTo("/recommendations/MC-0001/annul", [home])).toEqual([
    { href: "/recommendations", label: m.recommendation_list_title() },
    home,
  ]);
});

test("a list as it was narrowed stands in the place of the whole", () => {
  const back = { href: "/recommendations?view=open", label: m.recommendation_list_title() };
  expect(trailTo("/recommendations/assign", [back])).toEqual([back]);
});
