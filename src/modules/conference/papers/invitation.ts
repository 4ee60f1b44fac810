import { paragraph, type Paper, type Side } from "#modules/document/document-model.ts";
import type { PaperContent } from "#modules/document/office.ts";
import {
  agendaItems,
  conferenceInFull,
  conferenceOnDay,
  labelled,
  twoFigures,
  whenAndWhere,
  type PaperAgenda,
  type PaperOccasion,
} from "./occasion.ts";

/** Who is invited, and for how many. */
export type Guest = { readonly name: string; readonly quota: number };

export type InvitationFacts = {
  readonly occasion: PaperOccasion;
  readonly agenda: PaperAgenda;
  readonly guests: readonly Guest[];
};

/** The invitation to all who are invited; each copy goes to one of them. */
export function invitationPaper({ occasion, agenda, guests }: InvitationFacts, side: Side): PaperContent {
  return {
    side,
    kind: "invitation",
    alsoTo: ["Như trên"],
    abstract: `Dự ${conferenceOnDay(occasion)}`,
    addressees: guests.length === 0 ? [placeForName] : guests.map(guestLine),
    body: [
      paragraph(`${occasion.issuer} trân trọng kính mời đại biểu dự ${conferenceInFull(occasion)}.`),
      ...whenAndWhere(occasion),
      labelled("Nội dung", ""),
      { kind: "list", marks: "number", items: agendaItems(agenda) },
      paragraph(
        `Đề nghị xác nhận dự và gửi danh sách đại biểu về Văn phòng ${occasion.issuer} trước ngày hội nghị. ` +
          "Rất mong đại biểu dự đầy đủ, đúng giờ.",
      ),
    ],
  };
}

const placeForName = "…".repeat(24);

/** "Thôn Một (03 đại biểu)" */
function guestLine({ name, quota }: Guest): string {
  return `${name} (${twoFigures(quota)} đại biểu)`;
}

/** One copy for each who is invited. */
export function copiesFor(paper: Paper, guests: readonly Guest[]): Paper[] {
  return guests.map((guest) => ({ ...paper, addressees: [guestLine(guest)] }));
}

/** A copy whose addressee is written in by hand. */
export function blankCopy(paper: Paper): Paper {
  return { ...paper, addressees: [placeForName] };
}
