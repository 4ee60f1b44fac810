import { expect, test } from "vitest";
import { basesIn } from "./legal-bases.ts";

const codes = (units: readonly string[], day: string | null) =>
  basesIn(new Set(units), day).map(({ code }) => code);

test.each([
  ["a unit of the province", ["XA", "HD"], "2026-01-01", true],
  ["the same under the code of the national load", ["XA", "hai-duong-2025"], "2026-01-01", true],
  ["a unit of another province", ["XA", "QN"], "2026-01-01", false],
  ["a day before the rule", ["XA", "HD"], "2017-12-31", false],
  ["a day not known yet", ["XA", "HD"], null, true],
])("the rule of a province and %s", (_, units, day, offered) => {
  expect(codes(units, day).includes("qc-08-hai-duong")).toBe(offered);
});

test("what holds in the whole country is offered everywhere, from its first day", () => {
  expect(codes(["XA"], "2026-01-01")).toEqual(["law-72-2025", "qd-11-2019", "law-10-2022", "qd-218-2013"]);
  expect(codes(["XA"], "2020-01-01")).toEqual(["qd-11-2019", "qd-218-2013"]);
});
