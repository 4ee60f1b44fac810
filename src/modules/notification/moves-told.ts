import type { Words } from "#modules/deadline/explain.ts";
import type { Move } from "#modules/recommendation/status-transitions.ts";
import type { NotificationDetails } from "./notification.ts";
import {
  chairAndOffice,
  coordinating,
  front,
  leadAgency,
  leadersAndOffice,
  office,
  officeAbove,
  leadOfTheOther,
  reviewers,
  villageHead,
  type Audience,
} from "./telling.ts";

export type Sentence = (details: NotificationDetails) => Words;

/** What decides whether a move is told at all. */
type Fact = {
  readonly satisfied: boolean | null;
  readonly reason: string | null;
  /** It followed from a reopening above. */
  readonly fromAbove?: boolean;
};

type ToldMove = {
  readonly to: readonly Audience[];
  readonly say: Sentence;
  /** Told only then. */
  readonly when?: (fact: Fact) => boolean;
};

const numeric = (day = "") => day.split("-").reverse().join("/");
export const viDue = ({ due }: NotificationDetails) => (due ? `, hạn ${numeric(due)}` : "");
export const enDue = ({ due }: NotificationDetails) => (due ? `, due ${numeric(due)}` : "");
const viReason = ({ reason }: NotificationDetails) => (reason ? `. Lý do: ${reason}` : "");
const enReason = ({ reason }: NotificationDetails) => (reason ? `. Reason: ${reason}` : "");
export const viAgency = ({ agency }: NotificationDetails) => agency ?? "Cơ quan chủ trì";
export const enAgency = ({ agency }: NotificationDetails) => agency ?? "The leading agency";

/** The same to everybody: what became of a matter named by its code. */
const said =
  (vi: string, en: string): Sentence =>
  ({ code }) => ({ vi: `Kiến nghị ${code} ${vi}`, en: `${code} ${en}` });

export const assigned: Sentence = (details) =>
  details.side === "coordinators"
    ? {
        vi: `Được giao phối hợp kiến nghị ${details.code}${viDue(details)}`,
        en: `Assigned to help with ${details.code}${enDue(details)}`,
      }
    : {
        vi: `Được giao chủ trì kiến nghị ${details.code}${viDue(details)}`,
        en: `Assigned to lead ${details.code}${enDue(details)}`,
      };

const answered: Sentence = ({ side, code }) =>
  side === "village"
    ? {
        vi: `Kiến nghị ${code} đã có trả lời; xin báo lại cho bà con`,
        en: `${code} has been answered; please tell the people of the village`,
      }
    : { vi: `Kiến nghị ${code} đã có văn bản trả lời`, en: `${code} has been answered` };

const theWork = [leadAgency, coordinating];

const reopenedAbove = said(
  "được cấp trên mở lại, chờ trả lời lại",
  "was reopened by the unit above; its answer is awaited again",
);
/** What is reopened above is told below by one step: that it waits again. */
const toldOfReopeningAbove: Partial<Record<Move, readonly Audience[]>> = {
  forward_up: [leadersAndOffice, ...theWork, villageHead],
  reopen: [],
};

/**
 * Every move, whom it concerns and in what words; or, where nobody is told, why not. Words of citizens are in none: they may
 * have to be put out of sight.
 */
export const movesTold: Readonly<Record<Move, ToldMove | { readonly nobody: string }>> = {
  rule: {
    nobody: "It is said in the room, before all; what follows from it, an assignment or an answer, is told.",
  },
  assign: { to: theWork, say: assigned },
  return: {
    to: [office, coordinating],
    say: (details) => ({
      vi: `${viAgency(details)} trả lại kiến nghị ${details.code} vì không đúng thẩm quyền`,
      en: `${enAgency(details)} returned ${details.code} as outside its competence`,
    }),
  },
  ask_extension: {
    to: [chairAndOffice],
    say: (details) => ({
      vi: `${viAgency(details)} xin gia hạn kiến nghị ${details.code} đến ${numeric(details.due)}${viReason(details)}`,
      en: `${enAgency(details)} asks to extend ${details.code} to ${numeric(details.due)}${enReason(details)}`,
    }),
  },
  extend: {
    // The Front hears of every extension, granted or not: it supervises the follow-up.
    to: [...theWork, front],
    say: (details) => ({
      vi: `Kiến nghị ${details.code} được gia hạn đến ${numeric(details.due)}${viReason(details)}`,
      en: `${details.code} has been extended to ${numeric(details.due)}${enReason(details)}`,
    }),
  },
  refuse_extension: {
    to: [leadAgency, front],
    say: (details) => ({
      vi: `Không gia hạn kiến nghị ${details.code}${details.due ? `; hạn vẫn là ${numeric(details.due)}` : ""}${viReason(details)}`,
      en: `The extension of ${details.code} was refused${details.due ? `; it is still due ${numeric(details.due)}` : ""}${enReason(details)}`,
    }),
  },
  finish_duty: {
    to: [leadAgency, office],
    say: ({ code, other }) => ({
      vi: `${other ?? "Đơn vị phối hợp"} đã xong phần phối hợp kiến nghị ${code}`,
      en: `${other ?? "A coordinating unit"} has done its part of ${code}`,
    }),
  },
  draft_answer: { nobody: "It stands on the desks of those who approve, as a number and by its date." },
  send_back: {
    to: [leadAgency, office],
    say: ({ code }) => ({
      vi: `Dự thảo trả lời kiến nghị ${code} được gửi trả để sửa`,
      en: `The draft answer to ${code} was sent back to be changed`,
    }),
  },
  approve_answer: { nobody: "It stands on the desks of those who issue." },
  answer: { to: [office, ...theWork, villageHead], say: answered },
  schedule: { to: [office, ...theWork, villageHead], say: said("đã đưa vào lộ trình", "has a roadmap now") },
  block: {
    to: [chairAndOffice, ...theWork, villageHead],
    say: said("chưa thể giải quyết vì vướng khách quan", "cannot be settled for now"),
  },
  forward_up: {
    to: [...theWork, villageHead, officeAbove],
    say: (details) => {
      if (details.again) return reopenedAbove(details);
      const { side, code, other, from } = details;
      return side === "above"
        ? {
            vi: `${from ?? "Cấp dưới"} chuyển lên kiến nghị ${code}`,
            en: `${from ?? "A unit below"} passed ${code} upward to you`,
          }
        : {
            vi: `Kiến nghị ${code} đã chuyển lên ${other ?? "cấp trên"}`,
            en: `${code} was passed upward${other ? ` to ${other}` : ""}`,
          };
    },
  },
  reply_from_above: {
    to: [leadersAndOffice, ...theWork, villageHead],
    say: (details) =>
      details.side === "village"
        ? answered(details)
        : {
            vi: `Kiến nghị ${details.code} đã có trả lời của cấp trên`,
            en: `${details.code} has been answered from above`,
          },
  },
  merge: {
    to: [...theWork, villageHead, leadOfTheOther],
    say: ({ side, code, other }) =>
      side === "other"
        ? {
            vi: `Có kiến nghị trùng (${code}) gộp vào kiến nghị ${other ?? "khác"}`,
            en: `Another matter (${code}) goes on in ${other ?? "another"}`,
          }
        : {
            vi: `Kiến nghị ${code} được gộp${other ? ` vào ${other}` : ""}`,
            en: `${code} goes on${other ? ` in ${other}` : " in another matter"}`,
          },
  },
  hold: {
    to: [reviewers, office, ...theWork],
    say: ({ code }) => ({
      vi: `Nội dung ${code} được tạm ẩn chờ xem xét`,
      en: `${code} is hidden until it has been reviewed`,
    }),
  },
  release: { to: [office, ...theWork], say: said("được cho hiển thị lại", "is shown again") },
  route_out: {
    to: [office, ...theWork],
    say: ({ code }) => ({
      vi: `Nội dung ${code} đã chuyển theo quy định`,
      en: `${code} was transferred as the law requires`,
    }),
  },
  reject: {
    to: [office, ...theWork, villageHead],
    say: said("được loại ra, không xử lý được", "was rejected as not processable"),
  },
  confirm: {
    to: [leadersAndOffice, leadAgency],
    // A yes asks nothing of anybody; it stands with the matter, and in the figures.
    when: ({ satisfied }) => satisfied === false,
    say: said("đã trả lời nhưng bà con chưa đồng ý", "was answered, and the people are not satisfied"),
  },
  close: {
    to: [leadAgency, villageHead],
    // Without a reason it is the formal end of what was answered and told before.
    when: ({ reason }) => reason !== null,
    say: said("đã kết thúc theo dõi, có nêu lý do", "was closed, with the reason"),
  },
  reopen: {
    to: [leadersAndOffice, ...theWork, villageHead],
    say: said("được mở lại", "was reopened"),
  },
  hand_over: {
    to: [...theWork, office],
    say: (details) => ({
      vi: `Tiếp nhận bàn giao kiến nghị ${details.code}${viDue(details)}`,
      en: `${details.code} has been handed over to you${enDue(details)}`,
    }),
  },
};

/** Who is told of a move, where it is told at all. */
export function toldOf(move: Move, fact?: Fact): readonly Audience[] {
  const told = movesTold[move];
  if ("nobody" in told || (fact && told.when && !told.when(fact))) return [];
  return (fact?.fromAbove && toldOfReopeningAbove[move]) || told.to;
}

/** Who is told that a step was annulled: whoever was told of it, and whoever has or had the work by it. */
export function toldOfAnnulment(move: Move, fromAbove = false): readonly Audience[] {
  const told = toldOf(move, { satisfied: false, reason: "", fromAbove });
  if (fromAbove) return told;
  const besides = theWork.filter(({ side }) => told.every((each) => each.side !== side));
  return [...told, ...besides];
}
