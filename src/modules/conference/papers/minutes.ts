import { capitalised } from "#kernel/vietnamese-text.ts";
import { dayAsRead } from "#kernel/day-as-read.ts";
import {
  bold,
  heading,
  italic,
  paragraph,
  type Block,
  type Side,
  type Signature,
} from "#modules/document/document-model.ts";
import type { PaperContent } from "#modules/document/office.ts";
import { nameInSentence } from "#modules/organization/name-in-sentence.ts";
import type { Naming } from "#modules/recommendation/matter.ts";
import type { Ruling } from "#modules/recommendation/status-transitions.ts";
import { rulingWords } from "#modules/recommendation/words.ts";
import {
  agendaItems,
  bare,
  conferenceOnDay,
  labelled,
  whenAndWhere,
  type PaperAgenda,
  type PaperOccasion,
} from "./occasion.ts";
import { leftOutNote, type Outgoing } from "./outgoing-text.ts";

type MatterFacts = {
  readonly text: string;
  readonly ruling: Ruling | null;
  /** What was said with it, as far as it was written down. */
  readonly rulingText: string | null;
  /** The day of the ruling; after the conference's, and nothing was ruled there. */
  readonly ruledOn: string | null;
  /** The day that was promised with it there, whatever an assignment or a notice said later. */
  readonly promised: string | null;
};
type TurnFacts = {
  readonly position: number;
  readonly naming: Naming;
  readonly speaker: string | null;
  readonly villageName: string | null;
  readonly praiseOnly: boolean;
  readonly summary: string | null;
  readonly matters: readonly MatterFacts[];
};

/** What the Front counted; satisfied and very satisfied together. */
export type BallotResult = {
  readonly issued: number;
  readonly returned: number;
  readonly valid: number;
  readonly pleased: number;
};

export type MinutesFacts = {
  readonly occasion: PaperOccasion;
  readonly agenda: PaperAgenda;
  readonly attendances: number | null;
  readonly villagesRepresented: number | null;
  readonly turns: readonly TurnFacts[];
  /** Matters that belong to no turn, such as those collected beforehand. */
  readonly loose: readonly MatterFacts[];
  readonly ballot: BallotResult | null;
  readonly outgoing: Outgoing;
};

/**
 * The minutes: who met where and when, what was on the agenda, who spoke in which order and what was said to it, the
 * ballot, and the places of the two who sign. Who did not want to be named is not named here either.
 */
export function minutesPaper(facts: MinutesFacts, side: Side): PaperContent {
  const { occasion, agenda } = facts;
  const named = conferenceOnDay(occasion);
  const said = turnsPart(facts);
  return {
    side,
    kind: "minutes",
    alsoTo: ["Người chủ trì hội nghị"],
    date: occasion.heldOn,
    signature: null,
    signatures: signaturesOf(occasion),
    abstract: capitalised(named),
    body: [
      heading(1, "Thời gian, địa điểm, thành phần"),
      ...whenAndWhere(occasion),
      labelled("Thư ký", dots),
      ...attendancePart(facts),
      heading(1, "Nội dung chương trình"),
      { kind: "list", marks: "number", items: agendaItems(agenda) },
      ...said,
      ...leftOutNote(said),
      ...ballotPart(facts.ballot),
      paragraph(
        "Hội nghị kết thúc vào …… giờ …… phút cùng ngày. Biên bản đã được đọc cho những người có mặt cùng nghe và " +
          "thống nhất ký tên dưới đây.",
      ),
    ],
  };
}

function attendancePart({ attendances, villagesRepresented }: MinutesFacts): Block[] {
  if (attendances === null) return [];
  const villages = villagesRepresented ? `, đại diện ${number(villagesRepresented)} thôn, tổ dân phố` : "";
  return [labelled("Số người dự", `${number(attendances)}${villages}.`)];
}

/** How texts go out, and on which day all of it was said. */
type Said = { readonly outgoing: Outgoing; readonly heldOn: string };

function turnsPart({ turns, loose, outgoing, occasion: { heldOn } }: MinutesFacts): Block[] {
  const said = { outgoing, heldOn };
  const matters = turns.reduce((sum, turn) => sum + turn.matters.length, 0) + loose.length;
  const intro = `Có ${number(turns.length)} lượt ý kiến, ${number(matters)} kiến nghị.`;
  return [
    heading(1, "Ý kiến của Nhân dân và kết luận tại hội nghị"),
    paragraph(turns.length + loose.length === 0 ? "Không ghi nhận ý kiến nào." : intro),
    ...turns.flatMap((turn) => turnBlocks(turn, said)),
    ...(loose.length > 0 ? [paragraph([bold("Kiến nghị khác:")]), matterList(loose, said)] : []),
  ];
}

function turnBlocks(turn: TurnFacts, room: Said): Block[] {
  const { position, praiseOnly, summary, matters } = turn;
  const said = summary ? `: ${bare(room.outgoing(summary))}.` : praiseOnly ? ": ghi nhận, khen ngợi." : ".";
  const first = paragraph([bold(`Lượt ${position}. ${speakerOf(turn)}`), said]);
  return matters.length > 0 ? [first, matterList(matters, room)] : [first];
}

/** Named as they wanted to be: a name, a voter of a village, or somebody. */
function speakerOf({ naming, speaker, villageName }: TurnFacts): string {
  const place = villageName && nameInSentence(villageName);
  if (naming === "named" && speaker) return [speaker, place].filter(Boolean).join(", ");
  return place ? `Cử tri ${place}` : "Một cử tri";
}

function matterList(matters: readonly MatterFacts[], { outgoing, heldOn }: Said): Block {
  const items = matters.map((matter) => [
    `${bare(outgoing(matter.text))}. `,
    italic(
      matter.ruling && matter.ruledOn && matter.ruledOn <= heldOn
        ? `Kết luận: ${ruledInWords(matter, matter.ruling, outgoing)}.`
        : "Chưa kết luận tại hội nghị.",
    ),
  ]);
  return { kind: "list", marks: "dash", items };
}

/** A ruling is told with the chair's words; where an answer was given and nobody wrote it down, that is told. */
function ruledInWords({ rulingText, promised }: MatterFacts, ruling: Ruling, outgoing: Outgoing): string {
  const named = rulingInWords(ruling, promised);
  if (rulingText) return `${named}: ${bare(outgoing(rulingText))}`;
  return ruling === "answered_now" ? `${named} (chưa ghi nội dung trả lời)` : named;
}

function rulingInWords(ruling: Ruling, promised: string | null): string {
  const word = rulingWords[ruling].vi;
  const said = word.charAt(0).toLocaleLowerCase("vi") + word.slice(1);
  return promised ? `${said}, hạn ${dayAsRead(promised)}` : said;
}

/** Under five valid ballots no share is told: it could be known who said what. */
const FEWEST_TOLD = 5;

function ballotPart(ballot: BallotResult | null): Block[] {
  if (!ballot) return [];
  const { issued, returned, valid, pleased } = ballot;
  const share = valid < FEWEST_TOLD ? "" : `; hài lòng và rất hài lòng ${percent(pleased, valid)}`;
  const counts = `Phát ra ${number(issued)} phiếu, thu về ${number(returned)} phiếu, hợp lệ ${number(valid)} phiếu`;
  return [heading(1, "Kết quả lấy phiếu hài lòng"), paragraph(`${counts}${share}.`)];
}

function signaturesOf({ chairs }: PaperOccasion): Signature[] {
  const of = (title: string, name: string | null) => ({ authority: null, title, name });
  return [of("Thư ký", null), of("Chủ trì", nameAlone(chairs[0]?.name ?? null))];
}

/** Nobody signs as "Bà …". */
function nameAlone(name: string | null): string | null {
  return name && name.replace(/^(?:Ông|Bà|Đồng chí)\s+/u, "");
}

/** A place to write a name in. */
const dots = "…".repeat(20);

const number = (value: number): string => value.toLocaleString("vi-VN");
const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

function percent(part: number, whole: number): string {
  return `${(Math.round((part * 1000) / whole) / 10).toLocaleString("vi-VN", oneDecimal)} %`;
}
