import { annulledInWords } from "./annulment-words.ts";
import { conferenceNewsInWords } from "./conference-words.ts";
import { draftInWords } from "./draft-words.ts";
import type { Words } from "#modules/deadline/explain.ts";
import type { NotificationDetails, PlanDetails, Told, WaitsFor } from "./notification.ts";
import { assignedSentence, enAgency, enDue, viAgency, viDue } from "#modules/recommendation/moves/told.ts";
import { nameInSentence } from "#modules/organization/name-in-sentence.ts";
import { offerInWords } from "./offer-words.ts";
import { sentenceOf } from "./moves-told.ts";
import { isLate } from "./reminder-today.ts";

const numeric = (day: string) => day.split("-").reverse().join("/");

type Sentence = (details: NotificationDetails) => Words;

const hiddenWords: Record<"held" | "routed_out", Sentence> = {
  held: ({ code }) => ({
    vi: `Nội dung ${code} đang tạm ẩn chờ xem xét`,
    en: `${code} is held for review`,
  }),
  routed_out: ({ code }) => ({
    vi: `Nội dung ${code} đã chuyển theo quy định`,
    en: `${code} was routed out as the law requires`,
  }),
};

/** What a person is told, as a sentence without its full stop. */
export function notificationInWords(details: Told): Words {
  if ("plan" in details) return planInWords(details);
  if ("offer" in details) return offerInWords(details);
  if ("news" in details) return conferenceNewsInWords(details);
  if ("draft" in details) return draftInWords(details);
  if (details.unreviewed) return unreviewed(details.code, details.unreviewed.unitName);
  if (details.hidden) return hiddenWords[details.hidden](details);
  if (details.annulled) return annulledInWords(details, details.annulled);
  if (details.remindedBy) return askedAfter(details);
  if (details.waits) return waiting(details, details.waits);
  if (details.unmanned) return unmanned(details);
  const sentence = details.move ? sentenceOf(details.move) : reminded(details);
  return (
    sentence?.(details) ?? {
      vi: `Có thay đổi ở kiến nghị ${details.code}`,
      en: `${details.code} has changed`,
    }
  );
}

function askedAfter(details: NotificationDetails): Words {
  const { code, days, due, remindedBy } = details;
  const { vi, en } = days === undefined || !due ? { vi: code, en: code } : howLong(details, days);
  return { vi: `${remindedBy} nhắc: kiến nghị ${vi}`, en: `${remindedBy} asks after ${en}` };
}

function howLong(details: NotificationDetails, days: number): Words {
  const { code } = details;
  const { vi, en } =
    days < 0
      ? { vi: `đã quá hạn ${-days} ngày`, en: `${-days} ${days === -1 ? "day" : "days"} overdue` }
      : { vi: viLeft(days), en: enLeft(days) };
  return { vi: `${code} ${vi}${viDue(details)}`, en: `${code}: ${en}${enDue(details)}` };
}

function unreviewed(code: string, unitName: string): Words {
  return {
    vi: `Nội dung ${code} tạm ẩn chờ xem xét, mà ${nameInSentence(unitName)} và các cấp trên chưa có ai giữ việc xem xét khiếu nại, tố cáo: cần bổ nhiệm`,
    en: `${code} is held for review, and nobody reviews complaints and denunciations in ${unitName} or above: somebody is to be appointed`,
  };
}

function unmanned(details: NotificationDetails): Words {
  const { code, days = 0, reminder } = details;
  const given = { vi: `${code} đã giao${viDue(details)}`, en: `${code} is assigned${enDue(details)}` };
  const { vi, en } = reminder === "assigned" ? given : howLong(details, days);
  return {
    vi: `${viAgency(details)} chưa có người nhận nhắc việc: kiến nghị ${vi}`,
    en: `${enAgency(details)} has nobody to be reminded: ${en}`,
  };
}

const dayOf: Record<WaitsFor, { readonly day: Words; readonly more: Words }> = {
  scheduled: {
    day: { vi: "ngày hoàn thành theo lộ trình", en: "the end of its roadmap" },
    more: { vi: "", en: "" },
  },
  blocked: {
    day: { vi: "ngày xem xét lại vướng mắc", en: "the day to look at its hindrance again" },
    more: { vi: "", en: "" },
  },
  promised: {
    day: { vi: "ngày hẹn trả lời", en: "the day promised for its answer" },
    more: { vi: ", chưa giao cơ quan nào", en: ", and nobody has been assigned" },
  },
};

function waiting({ code, due = "", days = 0 }: NotificationDetails, waits: WaitsFor): Words {
  const { day, more } = dayOf[waits];
  const on = numeric(due);
  if (days === 0)
    return {
      vi: `Kiến nghị ${code} đến ${day.vi} (${on})${more.vi}`,
      en: `${code} has come to ${day.en} (${on})${more.en}`,
    };
  return {
    vi: `Kiến nghị ${code} đã quá ${day.vi} ${-days} ngày (${on})${more.vi}`,
    en: `${code} is ${-days} ${days === -1 ? "day" : "days"} past ${day.en} (${on})${more.en}`,
  };
}

function reminded({ reminder }: NotificationDetails): Sentence {
  if (reminder === "assigned") return assignedSentence;
  return reminder !== undefined && isLate(reminder) ? late : near;
}

const near: Sentence = (details) => ({
  vi: `Kiến nghị ${details.code} ${viLeft(details.days ?? 0)}${viDue(details)}`,
  en: `${details.code}: ${enLeft(details.days ?? 0)}${enDue(details)}`,
});

const late: Sentence = (details) => {
  const days = Math.abs(details.days ?? 0);
  const who = details.side === "unit" && details.agency ? details.agency : null;
  return {
    vi: `${who ? `${who}: kiến nghị` : "Kiến nghị"} ${details.code} đã quá hạn ${days} ngày${viDue(details)}`,
    en: `${who ? `${who}: ` : ""}${details.code} is ${days} ${days === 1 ? "day" : "days"} overdue${enDue(details)}`,
  };
};

const viLeft = (days: number) => (days === 0 ? "đến hạn hôm nay" : `còn ${days} ngày`);
const enLeft = (days: number) => (days === 0 ? "due today" : `${days} ${days === 1 ? "day" : "days"} left`);

const roman = ["", "I", "II", "III", "IV"];

function planInWords({ unitName, year, quarter, quarterReminder, missing }: PlanDetails): Words {
  const vi = `Quý ${roman[quarter]} năm ${year}`;
  const en = `Quarter ${roman[quarter]} of ${year}`;
  if (quarterReminder === "quarter_over") {
    return {
      vi: `${unitName}: ${vi} đã hết, còn ${missing} hội nghị trong kế hoạch chưa tổ chức`,
      en: `${unitName}: ${en} is over, ${missing} planned ${missing === 1 ? "conference was" : "conferences were"} not held`,
    };
  }
  const within = quarterReminder === "quarter_10" ? 10 : 30;
  return {
    vi: `${unitName}: ${vi} còn không quá ${within} ngày, ${missing} hội nghị trong kế hoạch chưa chuẩn bị`,
    en: `${unitName}: ${en} ends within ${within} days, ${missing} planned ${missing === 1 ? "conference is" : "conferences are"} not prepared`,
  };
}
