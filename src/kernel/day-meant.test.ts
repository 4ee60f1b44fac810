import { expect, test } from "vitest";
import { dayMeant, type Towards } from "./day-meant.ts";

const today = "2026-11-30";

test.each<[string, Towards, string | null]>([
  ["17/2", "past", "2026-02-17"],
  ["17/2", "future", "2027-02-17"],
  ["30/11", "past", "2026-11-30"],
  ["30/11", "future", "2026-11-30"],
  ["15/12", "past", "2025-12-15"],
  ["15–12", "future", "2026-12-15"],
  ["ngày 17/2", "past", "2026-02-17"],
  ["Ngày 17 tháng 2".normalize("NFD"), "past", "2026-02-17"],
  ["thứ Ba, ngày 17/2", "past", "2026-02-17"],
  ["17/2 năm sau", "past", "2027-02-17"],
  ["17 tháng 2 năm ngoái", "past", "2025-02-17"],
  ["29/2", "past", "2024-02-29"],
  ["29/2", "future", "2028-02-29"],
  ["hôm qua", "past", "2026-11-29"],
  ["thứ năm tuần sau", "future", "2026-12-10"],
  ["14/12", "near", "2026-12-14"],
  ["14/10", "near", "2026-10-14"],
  ["31/13", "past", null],
  ["30/2", "future", null],
  ["17/2/026", "past", null],
  ["bbb", "past", null],
  ["", "past", null],
])("%j of the %s is %s", (typed, towards, day) => expect(dayMeant(typed, today, towards)).toBe(day));
