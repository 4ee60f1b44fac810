import type { CalendarDayKind } from "#kernel/calendar.ts";
import { m } from "#paraglide/messages.js";
import { formatDate } from "#ui/date-text.ts";
import { inLanguage } from "#ui/form-errors.ts";
import type { RunningClock } from "../clocks.ts";
import { getLocale } from "#paraglide/runtime.js";
import { dayNameWord } from "../day-names.ts";
import { dayInWords } from "../explain.ts";
import { ruleWord } from "../rule-words.ts";
import type { DeadlineRule, Purpose, StartEvent } from "../rule.ts";

/** The name of a rule, or what it cites. */
export const ruleText = (text: string): string => ruleWord(text, getLocale());

const purposes: Record<Purpose, () => string> = {
  announce: m.deadline_purpose_announce,
  publish_results: m.deadline_purpose_publish_results,
  written_reply: m.deadline_purpose_written_reply,
  word_of_party_head: m.deadline_purpose_word_of_party_head,
  notice_of_conclusion: m.deadline_purpose_notice_of_conclusion,
};

const ranks: Record<RunningClock["rank"], () => string> = {
  law: m.rule_rank_law,
  central_party: m.rule_rank_central_party,
  provincial: m.rule_rank_provincial,
  plan: m.rule_rank_plan,
  product_default: m.rule_rank_product_default,
  set_date: m.rule_rank_set_date,
};

const starts: Record<StartEvent, () => string> = {
  conference: m.rule_start_conference,
  receipt: m.rule_start_receipt,
  assignment: m.rule_start_assignment,
};

const units: Record<DeadlineRule["unit"], () => string> = {
  calendar_day: m.rule_unit_calendar_day,
  working_day: m.rule_unit_working_day,
  working_hour: m.rule_unit_working_hour,
};

const directions: Record<DeadlineRule["direction"], () => string> = {
  forward: m.rule_direction_forward,
  backward: m.rule_direction_backward,
};

const dayKinds: Record<CalendarDayKind, () => string> = {
  holiday: m.calendar_kind_holiday,
  compensation: m.calendar_kind_compensation,
  worked_rest_day: m.calendar_kind_worked_rest_day,
};

export const purposeText = (purpose: Purpose): string => purposes[purpose]();
export const rankText = (rank: RunningClock["rank"]): string => ranks[rank]();
export const startText = (start: StartEvent): string => starts[start]();
export const unitText = (unit: DeadlineRule["unit"]): string => units[unit]();
export const directionText = (direction: DeadlineRule["direction"]): string => directions[direction]();
export const dayKindText = (kind: CalendarDayKind): string => dayKinds[kind]();

/** `Thứ Hai 23/02/2026`, with the hour when a term counts hours: `Thứ Hai 23/02/2026, 16:30`. */
export function dueText(due: string): string {
  const [date, time] = due.split("T");
  const day = inLanguage(dayInWords(date!));
  return time ? `${day}, ${time}` : day;
}

/** From when until when a rule holds. */
export function validityText({
  validFrom,
  validUntil,
}: Pick<DeadlineRule, "validFrom" | "validUntil">): string {
  return validUntil === null
    ? m.rule_validity_open({ from: formatDate(validFrom) })
    : m.rule_validity_closed({ from: formatDate(validFrom), until: formatDate(validUntil) });
}

/** What a day of the calendar is called. */
export const dayNameText = (name: string): string => dayNameWord(name, getLocale());
