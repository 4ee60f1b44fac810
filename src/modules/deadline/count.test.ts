import { describe, expect, test } from "vitest";
import { workCalendar, type CalendarYear } from "#kernel/calendar.ts";
import { countDeadline } from "./count.ts";
import { warningsInWords } from "./explain.ts";
import { vietnamCalendar } from "./proposal.ts";
import type { DeadlineRule } from "./rule.ts";

const calendar = vietnamCalendar([]);

function term(amount: number, unit: DeadlineRule["unit"], direction: DeadlineRule["direction"] = "forward") {
  return {
    code: "term",
    name: "Thời hạn",
    purpose: "written_reply",
    amount,
    unit,
    direction,
    start: "conference",
    citation: "Quy định",
    rank: "law",
    territory: null,
    unitKinds: null,
    validFrom: "2000-01-01",
    validUntil: null,
  } satisfies DeadlineRule;
}

describe("a term of calendar days", () => {
  test.each([
    ["2024-02-28", 1, "2024-02-29", "ends on 29 February"],
    ["2024-02-29", 1, "2024-03-01", "starts on 29 February"],
    ["2023-02-28", 1, "2023-03-01", "no 29 February that year"],
    ["2024-02-29", 366, "2025-03-03", "Saturday 1/3/2025 moves to Monday"],
    ["2025-08-20", 10, "2025-09-03", "Saturday 30/8 moves past the long National Day weekend"],
    ["2026-02-06", 10, "2026-02-23", "Monday 16/2/2026 is Tết: moves to the Monday after"],
    ["2026-02-03", 10, "2026-02-13", "ends on the last working day before Tết"],
    ["2030-01-25", 7, "2030-02-07", "Friday 1/2/2030 is Tết; 5 and 6/2 are given for Saturday and Sunday"],
    ["2026-04-16", 10, "2026-04-28", "Sunday 26/4/2026 is Giỗ Tổ; Monday is given for it"],
    ["2022-04-20", 10, "2022-05-04", "Saturday 30/4 and Sunday 1/5/2022 are both made up for"],
    ["2019-12-17", 15, "2020-01-02", "1 January moves on into the next year"],
    ["2020-01-14", 15, "2020-01-30", "29/1/2020 is the last day given for Tết"],
  ])("%s + %i ends on %s: %s", (start, amount, due) => {
    expect(countDeadline(term(amount, "calendar_day"), start, calendar).due).toBe(due);
  });

  test("tells from where, to where and why its end was moved", () => {
    const count = countDeadline(term(10, "calendar_day"), "2026-04-16", calendar);
    expect(count.moved).toEqual({
      from: "2026-04-26",
      to: "2026-04-28",
      because: { kind: "holiday", name: "Giỗ Tổ Hùng Vương" },
    });
    expect(count.steps.slice(-3)).toEqual([
      { date: "2026-04-26", counted: true, ordinal: 10, reason: { kind: "counted" } },
      {
        date: "2026-04-27",
        counted: false,
        ordinal: null,
        reason: { kind: "moved_over", rest: { kind: "compensation", name: "Nghỉ bù Giỗ Tổ Hùng Vương" } },
      },
      { date: "2026-04-28", counted: false, ordinal: null, reason: { kind: "moved_to" } },
    ]);
  });
});

describe("a term of working days", () => {
  test.each([
    ["2026-02-11", 2, "2026-02-13", "before Tết 2026"],
    ["2026-02-11", 3, "2026-02-23", "over Tết 2026"],
    ["2030-01-29", 1, "2030-01-30", "before Tết 2030"],
    ["2030-01-29", 2, "2030-02-07", "over Tết 2030"],
    ["2024-02-28", 1, "2024-02-29", "29 February is a Thursday"],
    ["2025-06-14", 1, "2025-06-16", "received on a Saturday"],
    ["2026-04-24", 1, "2026-04-28", "the Monday is given for Giỗ Tổ"],
  ])("%s + %i ends on %s: %s", (start, amount, due) => {
    const count = countDeadline(term(amount, "working_day"), start, calendar);
    expect(count.due).toBe(due);
    expect(count.moved).toBeNull();
  });
});

/** Monday 29/4/2024 swapped with Saturday 4/5. */
const year2024: CalendarYear = {
  year: 2024,
  confirmed: true,
  days: [
    { date: "2024-04-29", kind: "compensation", name: "Nghỉ hoán đổi, làm bù 04/5" },
    { date: "2024-04-30", kind: "holiday", name: "Ngày Chiến thắng 30/4" },
    { date: "2024-05-01", kind: "holiday", name: "Ngày Quốc tế lao động 1/5" },
    { date: "2024-05-04", kind: "worked_rest_day", name: "Làm bù cho 29/4" },
  ],
};

describe("a swapped Saturday", () => {
  const swapped = vietnamCalendar([year2024]);

  test("counts as a working day, and says that it is made up", () => {
    const count = countDeadline(term(3, "working_day"), "2024-04-26", swapped);
    expect(count.due).toBe("2024-05-04");
    expect(count.steps.at(-1)?.reason).toEqual({ kind: "make_up_day", name: "Làm bù cho 29/4" });
  });

  test("is a day on which a term may end", () => {
    const count = countDeadline(term(10, "calendar_day"), "2024-04-24", swapped);
    expect(count).toMatchObject({ due: "2024-05-04", moved: null });
  });

  test("the Monday given for it is passed over with its reason", () => {
    const count = countDeadline(term(1, "working_day"), "2024-04-26", swapped);
    expect(count.due).toBe("2024-05-02");
    expect(count.steps.find((step) => step.date === "2024-04-29")?.reason).toEqual({
      kind: "rest",
      rest: { kind: "compensation", name: "Nghỉ hoán đổi, làm bù 04/5" },
    });
  });
});

describe("full days before an event", () => {
  const plain = workCalendar([]);

  test("seven full days lie between the announcement and a conference on the 20th", () => {
    const count = countDeadline(term(7, "calendar_day", "backward"), "2025-11-20", plain);
    expect(count.due).toBe("2025-11-12");
    expect(count.steps.map((step) => step.ordinal)).toEqual([null, 1, 2, 3, 4, 5, 6, 7, null]);
    expect(count.steps.find((step) => step.ordinal === 7)?.date).toBe("2025-11-13");
    expect(count.steps.at(-1)?.reason).toEqual({ kind: "act_day" });
  });

  test.each([
    ["2024-03-08", "2024-02-29", "falls on 29 February"],
    ["2025-11-24", "2025-11-14", "Sunday 16/11 moves back to Friday, not on to Monday"],
    ["2026-02-26", "2026-02-13", "Wednesday 18/2 is Tết: moves back before it"],
  ])("for a conference on %s the last day to announce is %s: %s", (conference, due) => {
    expect(countDeadline(term(7, "calendar_day", "backward"), conference, calendar).due).toBe(due);
  });

  test("tells that the day was moved back", () => {
    const count = countDeadline(term(7, "calendar_day", "backward"), "2025-11-24", plain);
    expect(count.moved).toEqual({ from: "2025-11-16", to: "2025-11-14", because: { kind: "weekend" } });
    expect(count.steps.at(-1)?.reason).toEqual({ kind: "moved_to" });
  });

  test("full working days pass over rest on both sides of the last one", () => {
    const count = countDeadline(term(2, "working_day", "backward"), "2025-11-19", plain);
    expect(count.steps.filter((step) => step.counted).map((step) => step.date)).toEqual([
      "2025-11-18",
      "2025-11-17",
    ]);
    expect(count).toMatchObject({ due: "2025-11-14", moved: null });
  });
});

describe("a term of working hours, office open 07:30–11:30 and 13:30–17:00", () => {
  test.each([
    ["2025-11-20T08:00", 2, "2025-11-20T10:00", "within the morning"],
    ["2025-11-20T10:30", 2, "2025-11-20T14:30", "over noon"],
    ["2025-11-20T12:00", 1, "2025-11-20T14:30", "received at noon"],
    ["2025-11-20T07:30", 4, "2025-11-20T11:30", "ends with the morning"],
    ["2025-11-20T16:30", 1, "2025-11-21T08:00", "over night"],
    ["2025-11-21T16:00", 2, "2025-11-24T08:30", "over a weekend"],
    ["2025-11-21T19:00", 1, "2025-11-24T08:30", "received on Friday evening"],
    ["2026-02-13T16:30", 24, "2026-02-26T08:30", "over Tết"],
    ["2025-11-20", 8, "2025-11-21T08:00", "a date alone begins with its opening"],
    ["2024-02-29T16:00", 1, "2024-02-29T17:00", "on 29 February"],
  ])("%s + %i h ends at %s: %s", (start, amount, due) => {
    expect(countDeadline(term(amount, "working_hour"), start, calendar).due).toBe(due);
  });

  test("an office with other hours counts by its own", () => {
    const hours = [{ from: "08:00", to: "12:00" }];
    const count = countDeadline(term(5, "working_hour"), "2025-11-20T07:00", calendar, hours);
    expect(count.due).toBe("2025-11-21T09:00");
  });

  test("an evening start is explained, not skipped", () => {
    const count = countDeadline(term(1, "working_hour"), "2025-11-20T19:00", calendar);
    expect(count.steps[0]).toMatchObject({ date: "2025-11-20", reason: { kind: "after_hours" } });
  });
});

describe("a year whose calendar nobody has confirmed", () => {
  test("is named, the confirmed one is not", () => {
    const known = vietnamCalendar([year2024]);
    const count = countDeadline(term(10, "working_day"), "2024-12-25", known);
    expect(count.unconfirmedYears).toEqual([2025]);
    expect(warningsInWords(count).map((words) => words.vi)).toEqual(["Lịch năm 2025 chưa được xác nhận"]);
    expect(countDeadline(term(1, "working_day"), "2024-12-25", known).unconfirmedYears).toEqual([]);
  });
});

test.each([
  ["amount_invalid", { ...term(0, "calendar_day") }],
  ["amount_invalid", { ...term(1.5, "calendar_day") }],
  ["hours_backward", { ...term(2, "working_hour", "backward") }],
  ["validity_invalid", { ...term(2, "calendar_day"), validUntil: "1999-12-31" }],
  ["citation_missing", { ...term(2, "calendar_day"), citation: " " }],
])("an unsound rule is refused: %s", (code, rule) => {
  expect(() => countDeadline(rule, "2025-01-02", calendar)).toThrow(`deadline.${code}`);
});
