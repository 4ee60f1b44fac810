import { m } from "#paraglide/messages.js";
import { fieldsRolledUp } from "../fields-rolled-up.ts";
import { mostFirst } from "../most-first.ts";
import { rateParts } from "../rates.ts";
import type { ReportNames } from "../report-names.ts";
import type { Report, Tally } from "../report.ts";
import { casesHref, type Asked } from "./report-address.ts";
import {
  balanceText,
  channelText,
  fieldText,
  figureText,
  formText,
  levelText,
  rateText,
  shareOfText,
  shareText,
} from "./texts.ts";

/** One row of a table of the report. */
export type Line = {
  label: string;
  value: number | string | null;
  href?: string;
  part?: boolean;
  strong?: boolean;
};

const whole = ["received", "distinct", "assigned"];
const parts = ["explained", "refused", "done", "in_hand", "scheduled", "blocked", "passed_up"];
const cohort = [
  "received",
  "invalid",
  "routed_out",
  "duplicates",
  "distinct",
  "awaiting_ruling",
  "answered_in_room",
  "noted",
  "assigned",
  "done",
  "explained",
  "refused",
  "in_hand",
  "scheduled",
  "blocked",
  "passed_up",
] as const;
const promptness = [
  "answered_on_time",
  "answered_after_extension",
  "answered_late",
  "answered_not_satisfied",
  "overdue",
  "reopened",
] as const;

export function cohortLines({ recommendations }: Report, asked: Asked): Line[] {
  return cohort.map((key) => ({
    label: figureText(key),
    value: recommendations[key],
    href: casesHref(asked, key),
    strong: whole.includes(key),
    part: parts.includes(key),
  }));
}

export function promptnessLines({ recommendations }: Report, asked: Asked): Line[] {
  return promptness.map((key) => ({
    label: key === "overdue" ? m.report_overdue() : figureText(key),
    value: recommendations[key],
    href: casesHref(asked, key),
  }));
}

export function rateLines({ rates, recommendations }: Report, asked: Asked): Line[] {
  const parts = rateParts(recommendations);
  return (["directed", "done", "substantive", "on_time"] as const).map((key) => ({
    label: rateText(key),
    value: rates[key] === null ? null : shareOfText(rates[key], parts[key]),
    href: casesHref(asked, `rates.${key}`),
  }));
}

export function balanceLines({ balance }: Report, asked: Asked): Line[] {
  return (["opening", "new", "reopened", "closed", "closing"] as const).map((key) => ({
    label: balanceText(key),
    value: balance[key],
    href: casesHref(asked, `balance.${key}`),
    strong: key === "opening" || key === "closing",
  }));
}

export function conferenceLines({ conferences, attendances, turns }: Report, asked: Asked): Line[] {
  const { held, required, shortfall, by_form, by_level } = conferences;
  const part = (line: Line): Line => ({ ...line, part: true });
  return [
    { label: m.report_held(), value: held, href: casesHref(asked, "conferences.held"), strong: true },
    ...tallyLines(by_form, "conferences.by_form", asked, formText).map(part),
    ...tallyLines(by_level, "conferences.by_level", asked, levelText).map(part),
    { label: m.report_required(), value: required, href: casesHref(asked, "conferences.required") },
    { label: m.report_shortfall(), value: shortfall, href: casesHref(asked, "conferences.shortfall") },
    { label: m.report_attendances(), value: attendances, href: casesHref(asked, "attendances") },
    { label: m.report_turns(), value: turns, href: casesHref(asked, "turns") },
  ];
}

export function satisfactionLines({ satisfaction }: Report, asked: Asked): Line[] {
  const { sessions, issued, returned, valid, minimum, mean } = satisfaction;
  const counted = { sessions, issued, returned, valid };
  const labels = {
    sessions: m.report_ballot_sessions,
    issued: m.report_ballot_issued,
    returned: m.report_ballot_returned,
    valid: m.report_ballot_valid,
  };
  const sessionsHref = casesHref(asked, "satisfaction.sessions");
  return [
    ...(Object.keys(counted) as (keyof typeof counted)[]).map((key) => ({
      label: labels[key](),
      value: counted[key],
      href: casesHref(asked, `satisfaction.${key}`),
    })),
    { label: m.report_ballot_minimum(), value: shareText(minimum), href: sessionsHref },
    { label: m.report_ballot_mean(), value: shareText(mean), href: sessionsHref },
  ];
}

export function fieldLines({ recommendations }: Report, asked: Asked, { fields }: ReportNames): Line[] {
  const named = (code: string) => fieldText(fields[code] ?? code);
  return fieldsRolledUp(recommendations.by_field, named).flatMap(({ code: whole, count, parts }) => [
    {
      label: named(whole),
      value: count,
      href: casesHref(asked, `whole_field.${whole}`),
    },
    ...parts.map(({ code, count }) => ({
      label: code === whole ? m.report_no_part_named() : named(code),
      value: count,
      href: casesHref(asked, `by_field.${code}`),
      part: true,
    })),
  ]);
}

export function leadLines({ recommendations }: Report, asked: Asked, { units }: ReportNames): Line[] {
  return tallyLines(recommendations.by_lead, "by_lead", asked, (code) => units[code] ?? code);
}

export function channelLines({ recommendations }: Report, asked: Asked): Line[] {
  return tallyLines(recommendations.by_channel, "by_channel", asked, channelText);
}

export function indicatorLines({ indicators }: Report, asked: Asked): Line[] {
  return tallyLines(indicators, "indicators", asked, (name) => name);
}

function tallyLines(tally: Tally, group: string, asked: Asked, nameOf: (code: string) => string): Line[] {
  const lines = Object.entries(tally).map(([code, count]) => ({ code, count }));
  return mostFirst(lines, nameOf).map(({ code, count }) => ({
    label: nameOf(code),
    value: count,
    href: casesHref(asked, `${group}.${code}`),
  }));
}
