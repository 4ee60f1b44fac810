import { dayAsRead } from "#kernel/day-as-read.ts";
import { conferenceInWords, titleInSentence } from "#modules/conclusion/opening.ts";
import { bold, paragraph, type Block } from "#modules/document/document-model.ts";
import type { ChairCapacity, Form } from "../conference.ts";
import { chairTitle } from "../chair-title.ts";

/** What all papers of a conference say of it. */
export type PaperOccasion = {
  readonly unitName: string;
  /** Whoever issues the paper, as running text says it: "Ủy ban nhân dân phường An". */
  readonly issuer: string;
  readonly form: Form;
  readonly heldOn: string;
  readonly topic: string | null;
  readonly place: string | null;
  readonly collectUntil: string | null;
  /** Citations, one each. */
  readonly legalBases: readonly string[];
  readonly chairs: readonly {
    readonly name: string | null;
    readonly capacity: ChairCapacity;
    readonly isHead: boolean;
    readonly substitutionReason?: string | null;
  }[];
  /** `HH:MM`; null leaves a place to write it in. */
  readonly startsAt: string | null;
};

/** What comes after the report on last time, in its order. */
export type PaperAgenda = readonly { readonly title: string; readonly speaker: string | null }[];

/** "hội nghị đối thoại định kỳ ngày 20/03/2026" */
export function conferenceOnDay({ form, heldOn }: PaperOccasion): string {
  return `${conferenceInWords(form)} ngày ${dayAsRead(heldOn)}`;
}

/** "hội nghị đối thoại định kỳ giữa người đứng đầu cấp ủy, chính quyền với Nhân dân về đất đai" */
export function conferenceInFull({ form, topic }: PaperOccasion): string {
  const about = topic ? ` về ${topic.charAt(0).toLocaleLowerCase("vi")}${topic.slice(1)}` : "";
  return `${conferenceInWords(form)} giữa người đứng đầu cấp ủy, chính quyền với Nhân dân${about}`;
}

/** "ngày 20 tháng 3 năm 2026", as prose has it. */
function dayInProse(day: string): string {
  const { day: date, month, year } = Temporal.PlainDate.from(day);
  const padded = (value: number) => String(value).padStart(2, "0");
  return `ngày ${padded(date)} tháng ${month < 3 ? padded(month) : month} năm ${year}`;
}

const dots = "……";

/** "8 giờ 00 phút, ngày 20 tháng 3 năm 2026"; an hour that is not known is written in by hand. */
function timeInProse({ startsAt, heldOn }: PaperOccasion): string {
  const [hour, minute] = startsAt?.split(":") ?? [dots, dots];
  const hours = startsAt ? String(Number(hour)) : hour;
  return `${hours} giờ ${minute} phút, ${dayInProse(heldOn)}`;
}

/** "Bà Nguyễn Thị A, Bí thư Đảng ủy", "ông Trần Văn B, …"; in the place of a head: why. */
function chairLines({ chairs, unitName }: PaperOccasion): string[] {
  return chairs.map(({ name, capacity, isHead, substitutionReason }, index) => {
    const called = name && index > 0 ? titleInSentence(name) : name;
    const who = [called, chairTitle(capacity, unitName)].filter(Boolean).join(", ");
    if (isHead || !substitutionReason) return who;
    return `${who} (thay người đứng đầu vắng mặt: ${substitutionReason})`;
  });
}

/** A line with a word in front: "Thời gian: 8 giờ 00 phút, …". */
export function labelled(label: string, text: string): Block {
  return paragraph([bold(`${label}: `), text]);
}

/** When, where and who is in the chair. */
export function whenAndWhere(occasion: PaperOccasion): Block[] {
  const chairs = chairLines(occasion).join("; ");
  return [
    labelled("Thời gian", `${timeInProse(occasion)}.`),
    labelled("Địa điểm", occasion.place ? `${bare(occasion.place)}.` : dots.repeat(10)),
    ...(chairs === "" ? [] : [labelled("Chủ trì", `${chairs}.`)]),
  ];
}

/** The agenda, the report on last time always first. */
export function agendaItems(agenda: PaperAgenda): string[] {
  const later = agenda.map(({ title, speaker }) => (speaker ? `${bare(title)} (${speaker})` : bare(title)));
  return ["Báo cáo kết quả giải quyết kiến nghị kỳ trước", ...later].map((item) => `${item}.`);
}

/** A text that a full stop will follow. */
export function bare(text: string): string {
  return text.trim().replace(/(?<![.;,])[.;,]+$/u, "");
}

/** Two figures, as offices write small numbers: "03 đại biểu". */
export function twoFigures(count: number): string {
  return String(count).padStart(2, "0");
}
