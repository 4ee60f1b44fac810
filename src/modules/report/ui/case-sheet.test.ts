import { baseLocale, overwriteGetLocale } from "#paraglide/runtime.js";
import { afterAll, expect, test } from "vitest";
import type { NamedCase } from "./case-sheet.ts";
import { caseSheet } from "./case-sheet.ts";

afterAll(() => overwriteGetLocale(() => baseLocale));

const one: NamedCase = {
  ...{ kind: "recommendation", id: "1", code: "A-2026-0001", text: "Đường hỏng", on: "2026-02-02" },
  ...{ unit: { code: "A", name: "Xã An" }, amount: 1, received_on: "2026-02-02", field: "giao_thong" },
  ...{ class: "in_hand", due: null, lead: "A-KT" },
  names: { units: { "A-KT": "Phòng Kinh tế" }, fields: { giao_thong: "Giao thông" } },
};

test.each([
  ["vi", "Mã", "Giao thông", "Đang giải quyết"],
  ["en", "Code", "Roads and transport", "In hand"],
] as const)("the cases as a sheet are in the reader's language: %s", (locale, head, field, state) => {
  overwriteGetLocale(() => locale);
  const { heads, cells } = caseSheet();
  expect([heads[0], cells(one)[4], cells(one)[5]]).toEqual([head, field, state]);
});
