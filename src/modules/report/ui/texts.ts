import { fieldWord } from "#modules/recommendation/field-words.ts";
import { formWords } from "#modules/conference/words.ts";
import { unitKindWord } from "#modules/organization/words.ts";
import { m } from "#paraglide/messages.js";
import { getLocale } from "#paraglide/runtime.js";
import { channelWords } from "#modules/recommendation/words.ts";
import { balanceWords, basisWords, figureWords, rateWords } from "../words.ts";
import type { ReportNames } from "../report-names.ts";

// The report's words in the language of the page; a code without a name stands for itself.

type Words = Readonly<Record<string, { readonly vi: string; readonly en: string }>>;
const word = (words: Words, key: string): string => words[key]?.[getLocale()] ?? key;

export const fieldText = (name: string): string => fieldWord(name, getLocale());
export const figureText = (key: string): string => word(figureWords, key);
export const balanceText = (key: string): string => word(balanceWords, key);
export const rateText = (key: string): string => word(rateWords, key);
export const basisText = (key: string): string => word(basisWords, key);
export const channelText = (key: string): string => word(channelWords, key);
export const formText = (key: string): string => word(formWords, key);
export const levelText = (key: string): string => unitKindWord(key, getLocale());

const others: Readonly<Record<string, () => string>> = {
  attendances: m.report_attendances,
  turns: m.report_turns,
  "conferences.held": m.report_held,
  "conferences.required": m.report_required,
  "conferences.shortfall": m.report_shortfall,
  "satisfaction.sessions": m.report_ballot_sessions,
  "satisfaction.issued": m.report_ballot_issued,
  "satisfaction.returned": m.report_ballot_returned,
  "satisfaction.valid": m.report_ballot_valid,
};

/** What a figure is called where its cases are listed, by the name that the report gives it. */
export function figureTitle(figure: string, { units, fields }: ReportNames): string {
  const plain = figure.replace(/^recommendations\./, "");
  const other = others[plain];
  if (other) return other();
  const [, group, rest] = /^(\w+)\.(.+)$/.exec(plain) ?? [];
  if (group === undefined || rest === undefined) return figureText(plain);
  if (group === "by_field" || group === "whole_field") return fieldText(fields[rest] ?? rest);
  if (group === "by_lead") return units[rest] ?? rest;
  if (group === "by_channel") return channelText(rest);
  if (group === "balance") return balanceText(rest);
  if (group === "rates") return rateText(rest);
  if (rest.startsWith("by_form.")) return formText(rest.slice("by_form.".length));
  if (rest.startsWith("by_level.")) return levelText(rest.slice("by_level.".length));
  return rest;
}

/** `86,5 % (90/104)`: a share with the part and the whole it is taken of. */
export function shareOfText(percent: number, [part, whole]: readonly [part: number, whole: number]): string {
  const locale = getLocale() === "en" ? "en-GB" : "vi-VN";
  const counted = [part, whole].map((count) => new Intl.NumberFormat(locale).format(count)).join("/");
  return `${shareText(percent)} (${counted})`;
}

/** `86,5 %`, or a dash where there was nothing to take a share of. */
export function shareText(percent: number | null): string {
  if (percent === null) return "–";
  const locale = getLocale() === "en" ? "en-GB" : "vi-VN";
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return `${new Intl.NumberFormat(locale, digits).format(percent)}\u00a0%`;
}
