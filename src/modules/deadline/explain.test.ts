import { expect, test } from "vitest";
import { countDeadline } from "./count.ts";
import { dayInWords, stepInWords, termInWords } from "./explain.ts";
import { vietnamCalendar } from "./proposal.ts";
import { placedRules, STATUTORY_RULES } from "./statutory-rules.ts";
import type { DeadlineRule } from "./rule.ts";

const calendar = vietnamCalendar([
  {
    year: 2024,
    confirmed: true,
    days: [
      { date: "2024-04-29", kind: "compensation", name: "Nghỉ hoán đổi, làm bù 04/5" },
      { date: "2024-04-30", kind: "holiday", name: "Ngày Chiến thắng 30/4" },
      { date: "2024-05-01", kind: "holiday", name: "Ngày Quốc tế lao động 1/5" },
      { date: "2024-05-04", kind: "worked_rest_day", name: "Làm bù cho 29/4" },
    ],
  },
]);
const rules = placedRules(STATUTORY_RULES, new Map());

function ruleFor(purpose: DeadlineRule["purpose"]): DeadlineRule {
  const found = rules.find((rule) => rule.purpose === purpose);
  if (!found) throw new Error(purpose);
  return found;
}

function told(rule: DeadlineRule, start: string): string[] {
  const { steps } = countDeadline(rule, start, calendar);
  return steps.map((step) => `${dayInWords(step.date).vi}: ${stepInWords(step).vi}`);
}

test("five working days over a swapped Monday can be read out", () => {
  expect(told(ruleFor("notice_of_conclusion"), "2024-04-25")).toEqual([
    "Thứ Năm 25/04/2024: Ngày phát sinh, không tính",
    "Thứ Sáu 26/04/2024: Ngày thứ 1",
    "Thứ Bảy 27/04/2024: Không tính: nghỉ hằng tuần",
    "Chủ nhật 28/04/2024: Không tính: nghỉ hằng tuần",
    "Thứ Hai 29/04/2024: Không tính: Nghỉ hoán đổi, làm bù 04/5",
    "Thứ Ba 30/04/2024: Không tính: Ngày Chiến thắng 30/4",
    "Thứ Tư 01/05/2024: Không tính: Ngày Quốc tế lao động 1/5",
    "Thứ Năm 02/05/2024: Ngày thứ 2",
    "Thứ Sáu 03/05/2024: Ngày thứ 3",
    "Thứ Bảy 04/05/2024: Ngày thứ 4 (Làm bù cho 29/4)",
    "Chủ nhật 05/05/2024: Không tính: nghỉ hằng tuần",
    "Thứ Hai 06/05/2024: Ngày thứ 5",
  ]);
});

test("ten days to publish, with an end that moves over a weekend", () => {
  expect(told(ruleFor("publish_results"), "2025-11-20").slice(-2)).toEqual([
    "Chủ nhật 30/11/2025: Ngày thứ 10",
    "Thứ Hai 01/12/2025: Hạn chuyển sang ngày làm việc này",
  ]);
});

test("seven full days before a conference end with the last day to act", () => {
  expect(told(ruleFor("announce"), "2025-11-20").at(-1)).toBe(
    "Thứ Tư 12/11/2025: Ngày cuối cùng phải thực hiện",
  );
});

test("hours are told by their office time", () => {
  const hours: DeadlineRule = { ...ruleFor("word_of_party_head"), amount: 2, unit: "working_hour" };
  expect(told(hours, "2025-11-20T16:00")).toEqual([
    "Thứ Năm 20/11/2025: 16:00–17:00: tính 60 phút",
    "Thứ Sáu 21/11/2025: 07:30–08:30: tính 60 phút",
  ]);
});

test.each([
  ["announce", "7 ngày trước hội nghị", "7 days before the conference"],
  ["word_of_party_head", "10 ngày làm việc sau khi tiếp nhận", "10 working days after receipt"],
] as const)("the term to %s", (purpose, vi, en) => {
  expect(termInWords(ruleFor(purpose))).toEqual({ vi, en });
});
