import { expect, test } from "vitest";
import { periodAfter, periodIn } from "./next-period.ts";

test.each([
  ["2026-01-01", "2026-03-31", "2026-04-01", "2026-06-30"],
  ["2026-01-01", "2026-06-30", "2026-07-01", "2026-12-31"],
  ["2026-01-01", "2026-12-31", "2027-01-01", "2027-12-31"],
  ["2026-01-01", "2026-01-31", "2026-02-01", "2026-02-28"],
  ["2026-05-20", "2026-05-26", "2026-05-27", "2026-06-02"],
])("after %s to %s comes %s to %s", (from, to, nextFrom, nextTo) => {
  expect(periodAfter({ from, to })).toEqual({ from: nextFrom, to: nextTo });
});

test("the abstract of a report names its period", () => {
  const abstract = "Kết quả đối thoại với Nhân dân từ ngày 01/04/2026 đến ngày 30/06/2026";
  expect(periodIn(abstract)).toEqual({ from: "2026-04-01", to: "2026-06-30" });
  expect(periodIn("Kết luận tại hội nghị")).toBeNull();
  expect(periodIn(null)).toBeNull();
});
