import { dayAsRead } from "#kernel/day-as-read.ts";
import { heading, paragraph, type Block, type Side } from "#modules/document/document-model.ts";
import type { PaperContent } from "#modules/document/office.ts";
import {
  agendaItems,
  conferenceInFull,
  conferenceOnDay,
  whenAndWhere,
  type PaperAgenda,
  type PaperOccasion,
} from "./occasion.ts";

export type AnnouncementFacts = { readonly occasion: PaperOccasion; readonly agenda: PaperAgenda };

/** What the people are told beforehand: when, where, what about, how to take part. */
export function announcementPaper({ occasion, agenda }: AnnouncementFacts, side: Side): PaperContent {
  return {
    side,
    kind: "announcement",
    alsoTo: ["Các cơ quan, đơn vị", "Ủy ban MTTQ", "Các thôn, tổ dân phố (để thông báo đến Nhân dân)"],
    abstract: `Tổ chức ${conferenceOnDay(occasion)}`,
    bases: occasion.legalBases.map((citation) => `Căn cứ ${citation}`),
    body: [
      paragraph(`${occasion.issuer} thông báo tổ chức ${conferenceInFull(occasion)} như sau:`),
      heading(1, "Thời gian, địa điểm, người chủ trì"),
      ...whenAndWhere(occasion),
      heading(1, "Chương trình"),
      { kind: "list", marks: "dash", items: agendaItems(agenda) },
      heading(1, "Cách thức tham gia"),
      { kind: "list", marks: "dash", items: waysToTakePart(occasion) },
      ...closing(occasion),
    ],
  };
}

function waysToTakePart({ issuer, collectUntil }: PaperOccasion): string[] {
  const until = collectUntil ? `, chậm nhất ngày ${dayAsRead(collectUntil)}` : " trước ngày hội nghị";
  return [
    `Gửi ý kiến, kiến nghị qua trưởng thôn, tổ trưởng tổ dân phố, Ủy ban MTTQ hoặc Văn phòng ${issuer}${until}.`,
    "Dự và phát biểu trực tiếp tại hội nghị; đăng ký phát biểu bằng phiếu của ban tổ chức.",
    "Người phát biểu được chọn nêu tên, chỉ để Văn phòng biết tên, hoặc không ghi tên.",
  ];
}

function closing({ issuer }: PaperOccasion): Block[] {
  return [
    paragraph(`${issuer} thông báo để các cơ quan, đơn vị, các thôn, tổ dân phố và Nhân dân biết, tham gia.`),
  ];
}
