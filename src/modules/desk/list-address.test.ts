import { expect, test } from "vitest";
import { listAddress } from "./list-address.ts";

test.each([
  ["/recommendations?view=overdue&lead=A-KT", "/recommendations?view=overdue&lead=A-KT"],
  ["/recommendations?view=open&after=0_2026-01-01_x&before=1", "/recommendations?view=open"],
  ["/conferences?page=3", "/conferences"],
  ["/recommendations?/save_filter=&view=open&assigned=4", "/recommendations?view=open"],
  [
    "/recommendations?text=s%E1%BB%ADa+%C4%91%C6%B0%E1%BB%9Dng",
    "/recommendations?text=s%E1%BB%ADa+%C4%91%C6%B0%E1%BB%9Dng",
  ],
  ["/reports/cases?figure=done", "/reports/cases?figure=done"],
  ["/plans/against?unit=VM&year=2026", "/plans/against?unit=VM&year=2026"],
  ["/units?q=an&on=2025-07-01", "/units?q=an&on=2025-07-01"],
  ["/administration/people?q=lan&page=2", "/administration/people?q=lan"],
  ["/administration/posts", null],
  ["/recommendations/export.csv?view=open", null],
  ["//elsewhere.example/recommendations", null],
  ["https://elsewhere.example/recommendations", null],
  ["/\\elsewhere.example", null],
  ["/recommendations/A-2026-0001/close", null],
  ["/recommendations/../administration", null],
  ["javascript:alert(1)", null],
  ["/sign-out", null],
  ["", null],
])("%s is kept as %s", (typed, kept) => {
  expect(listAddress(typed)).toBe(kept);
});
