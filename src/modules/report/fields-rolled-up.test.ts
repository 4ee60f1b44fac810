import fc from "fast-check";
import { expect, test } from "vitest";
import { fieldsRolledUp } from "./fields-rolled-up.ts";

test("a field has all that was counted below it, its parts beside it; what names no part is one of them", () => {
  expect(
    fieldsRolledUp(
      { dat_dai: 1, "dat_dai.cap_gcn": 3, "dat_dai.thu_hoi": 2, giao_thong: 5, y_te: 5 },
      String,
    ),
  ).toEqual([
    {
      code: "dat_dai",
      count: 6,
      parts: [
        { code: "dat_dai.cap_gcn", count: 3 },
        { code: "dat_dai.thu_hoi", count: 2 },
        { code: "dat_dai", count: 1 },
      ],
    },
    { code: "giao_thong", count: 5, parts: [] },
    { code: "y_te", count: 5, parts: [] },
  ]);
});

test("a field of which only parts were named is there with their sum", () => {
  expect(fieldsRolledUp({ "dat_dai.cap_gcn": 3 }, String)).toEqual([
    { code: "dat_dai", count: 3, parts: [{ code: "dat_dai.cap_gcn", count: 3 }] },
  ]);
});

test("nothing is counted twice or left out", () => {
  const code = fc.constantFrom("a", "b", "a.x", "a.y", "b.x", "c.z");
  fc.assert(
    fc.property(fc.dictionary(code, fc.nat(50)), (tally) => {
      const wholes = fieldsRolledUp(tally, String);
      const all = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0);
      expect(all(wholes.map(({ count }) => count))).toBe(all(Object.values(tally)));
      for (const { count, parts } of wholes) {
        if (parts.length > 0) expect(all(parts.map((part) => part.count))).toBe(count);
      }
    }),
  );
});
