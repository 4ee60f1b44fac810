import { formWords } from "#modules/conference/words.ts";
import { unitKindWord } from "#modules/organization/words.ts";
import type { Report, Tally } from "./report.ts";
import { balanceWords, basisWords, channelWords, figureWords, rateWords } from "./words.ts";

/** What the codes in a report are called; a code without a name stands for itself. */
export type ReportNames = {
  readonly units: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
};

type Line = readonly [label: string, value: string];
type Section = { readonly title: string; readonly lines: readonly Line[] };

/** The report as a text table in Vietnamese, figures in one right-aligned column; 1.450 and 86,5 %. */
export function reportTable(report: Report, names: ReportNames): string {
  const sections = sectionsOf(report, names).filter(({ lines }) => lines.length > 0);
  const all = sections.flatMap(({ lines }) => lines);
  const widest = (column: 0 | 1) => Math.max(...all.map((line) => line[column].length));
  const [labels, values] = [widest(0), widest(1)];
  const drawn = sections.map(({ title, lines }) =>
    [title, ...lines.map(([label, value]) => `  ${label.padEnd(labels)}  ${value.padStart(values)}`)].join(
      "\n",
    ),
  );
  return [heading(report, names), ...drawn].join("\n\n");
}

function heading(
  { unit, from, to, as_of, known_on, basis, estimate }: Report,
  { units }: ReportNames,
): string {
  const known = known_on ? `, theo những gì đã nhập đến hết ${day(known_on)}` : "";
  return [
    `${units[unit] ?? unit} (${unit}): từ ${day(from)} đến ${day(to)}`,
    `Số liệu tính đến ${day(as_of)}${known}; ${basisWords[basis].vi}`,
    ...(estimate ? ["ƯỚC TÍNH: có đơn vị đã chia tách, không rõ từng việc nay thuộc nơi nào"] : []),
  ].join("\n");
}

function sectionsOf(report: Report, { units, fields }: ReportNames): Section[] {
  const { by_field, by_channel, by_lead, ...figures } = report.recommendations;
  return [
    { title: "HỘI NGHỊ", lines: conferenceLines(report) },
    { title: "KẾ HOẠCH (yêu cầu / đã tổ chức / thiếu)", lines: planLines(report, units) },
    { title: "KIẾN NGHỊ", lines: keysOf(figures).map((key) => [figureWords[key].vi, count(figures[key])]) },
    {
      title: "TỶ LỆ",
      lines: keysOf(report.rates).map((key) => [rateWords[key].vi, share(report.rates[key])]),
    },
    {
      title: "CÂN ĐỐI",
      lines: keysOf(report.balance).map((key) => [balanceWords[key].vi, count(report.balance[key])]),
    },
    { title: "THEO LĨNH VỰC", lines: tallied(by_field, (code) => fields[code]) },
    { title: "THEO NGUỒN", lines: tallied(by_channel, (code) => channelWords[code]?.vi) },
    { title: "THEO ĐƠN VỊ CHỦ TRÌ", lines: tallied(by_lead, (code) => units[code]) },
    { title: "HÀI LÒNG", lines: satisfactionLines(report) },
    { title: "CHỈ TIÊU KHÁC", lines: tallied(report.indicators, () => undefined) },
  ];
}

function conferenceLines({ conferences, attendances, turns }: Report): Line[] {
  const { held, required, shortfall, by_form, by_level } = conferences;
  return [
    ["Đã tổ chức", count(held)],
    ["Kế hoạch yêu cầu", count(required)],
    ["Còn thiếu", count(shortfall)],
    ...tallied(by_form, (form) => `– ${formWords[form as keyof typeof formWords]?.vi ?? form}`),
    ...tallied(by_level, (level) => `– ${unitKindWord(level, "vi")}`),
    ["Lượt người dự", count(attendances)],
    ["Lượt ý kiến", count(turns)],
  ];
}

function planLines({ plans }: Report, units: ReportNames["units"]): Line[] {
  return plans.map(({ unit, required, held, shortfall }) => [
    named(unit, units[unit]),
    [required, held, shortfall].map(count).join(" / "),
  ]);
}

function satisfactionLines({ satisfaction }: Report): Line[] {
  const { sessions, issued, returned, valid, minimum, mean } = satisfaction;
  if (sessions === 0) return [];
  return [
    ["Hội nghị có lấy phiếu", count(sessions)],
    ["Phiếu phát ra / thu về / hợp lệ", [issued, returned, valid].map(count).join(" / ")],
    ["Thấp nhất", share(minimum)],
    ["Trung bình", share(mean)],
  ];
}

function keysOf<T extends object>(figures: T): (keyof T)[] {
  return Object.keys(figures) as (keyof T)[];
}

/** The most first. */
function tallied(tally: Tally, nameOf: (code: string) => string | undefined): Line[] {
  const most = Object.entries(tally).toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return most.map(([code, number]) => [nameOf(code) ?? code, count(number)]);
}

function named(code: string, name: string | undefined): string {
  return name ? `${name} (${code})` : code;
}

function day(iso: string): string {
  return iso.split("-").reverse().map(Number).join("/");
}

function count(number: number): string {
  return number.toLocaleString("vi-VN");
}

function share(percent: number | null): string {
  if (percent === null) return "–";
  return `${percent.toLocaleString("vi-VN", { minimumFractionDigits: 1 })} %`;
}
