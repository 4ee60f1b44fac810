import { dayAsRead } from "#kernel/day-as-read.ts";
import { formWords } from "#modules/conference/words.ts";
import { unitKindWord } from "#modules/organization/words.ts";
import { fieldsRolledUp } from "./fields-rolled-up.ts";
import { mostFirst } from "./most-first.ts";
import { rateParts } from "./rates.ts";
import type { ReportNames } from "./report-names.ts";
import type { Report, Tally } from "./report.ts";
import { channelWords, type Word } from "#modules/recommendation/words.ts";
import { balanceWords, basisWords, figureWords, rateWords } from "./words.ts";

/**
 * A number counted (null where nobody told it), or a share in percent (null where there was nothing
 * to take one of) with what it is a share of.
 */
export type Figure =
  number | null | { readonly share: number | null; readonly of?: readonly [part: number, whole: number] };
export type Line = { readonly label: string; readonly figures: readonly Figure[] };
export type Section = { readonly title: string; readonly lines: readonly Line[] };

/** What stands above the figures: the unit, the period, the day of the state, and what must be said of them. */
export function reportHeading(
  { unit, from, to, as_of, known_on, basis, estimate }: Report,
  { units }: ReportNames,
): string[] {
  const known = known_on ? `, chỉ tính số liệu đã nhập đến hết ngày ${dayAsRead(known_on)}` : "";
  return [
    `${units[unit] ?? unit}: từ ngày ${dayAsRead(from)} đến ngày ${dayAsRead(to)}`,
    `Số liệu tính đến ngày ${dayAsRead(as_of)}${known}; ${basisWords[basis].vi}`,
    ...(estimate ? ["ƯỚC TÍNH: có đơn vị đã chia tách, chưa xác định được từng việc nay thuộc nơi nào"] : []),
  ];
}

/** By codes as a register file has them. */
const channels: Readonly<Record<string, Word>> = channelWords;

/** The report in Vietnamese, section by section; a section without lines is left out. */
export function reportSections(report: Report, { units, fields }: ReportNames): Section[] {
  const { by_field, by_channel, by_lead, ...figures } = report.recommendations;
  const sections: Section[] = [
    { title: "HỘI NGHỊ", lines: conferenceLines(report) },
    { title: "KẾ HOẠCH (yêu cầu / đã tổ chức / thiếu)", lines: planLines(report, units) },
    { title: "KIẾN NGHỊ", lines: keysOf(figures).map((key) => line(figureWords[key].vi, figures[key])) },
    {
      title: "TỶ LỆ",
      lines: keysOf(report.rates).map((key) =>
        line(rateWords[key].vi, { share: report.rates[key], of: rateParts(figures)[key] }),
      ),
    },
    {
      title: "CÂN ĐỐI",
      lines: keysOf(report.balance).map((key) => line(balanceWords[key].vi, report.balance[key])),
    },
    { title: "THEO LĨNH VỰC", lines: fieldLines(by_field, fields) },
    { title: "THEO NGUỒN", lines: tallied(by_channel, (code) => channels[code]?.vi) },
    { title: "THEO ĐƠN VỊ CHỦ TRÌ", lines: tallied(by_lead, (code) => units[code]) },
    { title: "HÀI LÒNG", lines: satisfactionLines(report) },
    { title: "CHỈ TIÊU KHÁC", lines: tallied(report.indicators, () => undefined) },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

const line = (label: string, ...figures: Figure[]): Line => ({ label, figures });

function conferenceLines({ conferences, attendances, turns }: Report): Line[] {
  const { held, required, shortfall, by_form, by_level } = conferences;
  return [
    line("Đã tổ chức", held),
    line("Kế hoạch yêu cầu", required),
    line("Còn thiếu", shortfall),
    ...tallied(by_form, (form) => `– ${formWords[form as keyof typeof formWords]?.vi ?? form}`),
    ...tallied(by_level, (level) => `– ${unitKindWord(level, "vi")}`),
    line("Lượt người dự", attendances),
    line("Lượt ý kiến", turns),
  ];
}

function planLines({ plans }: Report, units: ReportNames["units"]): Line[] {
  return plans.map(({ unit, required, held, shortfall }) =>
    line(units[unit] ?? unit, required, held, shortfall),
  );
}

/** Each field of the first level with its sum, its parts below it. */
function fieldLines(by_field: Tally, names: ReportNames["fields"]): Line[] {
  return fieldsRolledUp(by_field, (code) => names[code] ?? code).flatMap(({ code: whole, count, parts }) => [
    line(names[whole] ?? whole, count),
    ...parts.map(({ code, count }) =>
      line(`– ${code === whole ? "Không nêu lĩnh vực nhỏ" : (names[code] ?? code)}`, count),
    ),
  ]);
}

function satisfactionLines({ satisfaction }: Report): Line[] {
  const { sessions, issued, returned, valid, minimum, mean } = satisfaction;
  if (sessions === 0) return [];
  return [
    line("Hội nghị có lấy phiếu", sessions),
    line("Phiếu phát ra / thu về / hợp lệ", issued, returned, valid),
    line("Thấp nhất", { share: minimum }),
    line("Trung bình", { share: mean }),
  ];
}

function keysOf<T extends object>(figures: T): (keyof T)[] {
  return Object.keys(figures) as (keyof T)[];
}

function tallied(tally: Tally, nameOf: (code: string) => string | undefined): Line[] {
  const lines = Object.entries(tally).map(([code, count]) => ({ code, count }));
  const named = (code: string) => nameOf(code) ?? code;
  return mostFirst(lines, named).map(({ code, count }) => line(named(code), count));
}
