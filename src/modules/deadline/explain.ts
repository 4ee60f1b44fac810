import type { IsoDate, RestReason } from "#kernel/calendar.ts";
import type { Count, Step } from "./step.ts";
import type { DeadlineRule } from "./rule.ts";

/** One sentence in each language. */
export type Words = { readonly vi: string; readonly en: string };

/** `Thứ Hai 23/02/2026`. */
export function dayInWords(date: IsoDate): Words {
  const day = Temporal.PlainDate.from(date);
  const numeric = `${pad(day.day)}/${pad(day.month)}/${day.year}`;
  const [vi, en] = WEEKDAYS[day.dayOfWeek - 1]!;
  return { vi: `${vi} ${numeric}`, en: `${en} ${numeric}` };
}

/** Why a day is or is not counted, to stand beside its date. */
export function stepInWords(step: Step): Words {
  const { reason } = step;
  if (step.hours) return hoursInWords(step.hours);
  switch (reason.kind) {
    case "start":
      return { vi: "Ngày phát sinh, không tính", en: "Day of the event, not counted" };
    case "counted":
      return { vi: `Ngày thứ ${step.ordinal}`, en: `Day ${step.ordinal}` };
    case "make_up_day":
      return { vi: `Ngày thứ ${step.ordinal} (${reason.name})`, en: `Day ${step.ordinal} (${reason.name})` };
    case "rest":
      return prefixed("Không tính: ", "Not counted: ", restInWords(reason.rest));
    case "after_hours":
      return { vi: "Hết giờ làm việc, không tính", en: "After office hours, not counted" };
    case "moved_over":
      return prefixed(
        "Hạn không rơi vào ngày nghỉ: ",
        "No term ends on a day of rest: ",
        restInWords(reason.rest),
      );
    case "moved_to":
      return { vi: "Hạn chuyển sang ngày làm việc này", en: "The term ends on this working day instead" };
    case "act_day":
      return { vi: "Ngày cuối cùng phải thực hiện", en: "Last day to act" };
  }
}

export function restInWords(rest: RestReason): Words {
  if (rest.kind === "weekend") return { vi: "nghỉ hằng tuần", en: "weekly rest" };
  return { vi: rest.name, en: rest.name };
}

/** The term of a rule: `10 ngày làm việc sau hội nghị`. */
export function termInWords(rule: Pick<DeadlineRule, "amount" | "unit" | "direction" | "start">): Words {
  const [viUnit, enUnit] = UNITS[rule.unit];
  const [viStart, enStart] = STARTS[rule.start];
  const forward = rule.direction === "forward";
  return {
    vi: `${rule.amount} ${viUnit} ${forward ? "sau" : "trước"} ${viStart}`,
    en: `${rule.amount} ${enUnit}${rule.amount === 1 ? "" : "s"} ${forward ? "after" : "before"} ${enStart}`,
  };
}

/** What the reader must know before trusting the date; empty when every calendar used is confirmed. */
export function warningsInWords(count: Pick<Count, "unconfirmedYears">): Words[] {
  return count.unconfirmedYears.map((year) => ({
    vi: `Lịch năm ${year} chưa được xác nhận`,
    en: `The calendar of ${year} is not yet confirmed`,
  }));
}

const WEEKDAYS = [
  ["Thứ Hai", "Monday"],
  ["Thứ Ba", "Tuesday"],
  ["Thứ Tư", "Wednesday"],
  ["Thứ Năm", "Thursday"],
  ["Thứ Sáu", "Friday"],
  ["Thứ Bảy", "Saturday"],
  ["Chủ nhật", "Sunday"],
] as const;

const UNITS = {
  calendar_day: ["ngày", "day"],
  working_day: ["ngày làm việc", "working day"],
  working_hour: ["giờ làm việc", "working hour"],
} as const;

const STARTS = {
  conference: ["hội nghị", "the conference"],
  receipt: ["khi tiếp nhận", "receipt"],
  assignment: ["khi giao việc", "assignment"],
} as const;

function hoursInWords(hours: NonNullable<Step["hours"]>): Words {
  const span = `${hours.from}–${hours.to}`;
  return { vi: `${span}: tính ${hours.minutes} phút`, en: `${span}: ${hours.minutes} minutes counted` };
}

function prefixed(vi: string, en: string, words: Words): Words {
  return { vi: vi + words.vi, en: en + words.en };
}

function pad(n: number): string {
  return String(n).padStart(2, "0");
}
