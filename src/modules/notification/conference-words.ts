import { capitalised } from "#kernel/vietnamese-text.ts";
import { conferenceInWords } from "#modules/conclusion/opening.ts";
import { formWords } from "#modules/conference/words.ts";
import { nameInSentence } from "#modules/organization/name-in-sentence.ts";
import type { Words } from "#modules/deadline/explain.ts";
import type { ConferenceDetails } from "./conference-news.ts";

const numeric = (day: string) => day.split("-").reverse().join("/");

type When = Pick<ConferenceDetails, "heldOn" | "startsAt" | "place">;

const viWhen = ({ heldOn, startsAt, place }: When) =>
  [startsAt ? `${startsAt} ngày ${numeric(heldOn)}` : `ngày ${numeric(heldOn)}`, place && `tại ${place}`]
    .filter(Boolean)
    .join(", ");
const enWhen = ({ heldOn, startsAt, place }: When) =>
  [startsAt ? `at ${startsAt} on ${numeric(heldOn)}` : `on ${numeric(heldOn)}`, place && `in ${place}`]
    .filter(Boolean)
    .join(", ");

type Named = Pick<ConferenceDetails, "form" | "unitName">;
const viName = ({ form, unitName }: Named) => `${conferenceInWords(form)} của ${nameInSentence(unitName)}`;
const enName = ({ form, unitName }: Named) => `${formWords[form].en} of ${unitName}`;

type Sentence = (details: ConferenceDetails) => Words;

const invited: Sentence = (details) => ({
  vi: `Mời dự ${viName(details)}, ${viWhen(details)}; ${details.quota} đại biểu. Xin trả lời giấy mời`,
  en: `Invited to the ${enName(details)}, ${enWhen(details)}; for ${details.quota}. Please answer the invitation`,
});

const quotaChanged: Sentence = (details) => ({
  vi: `Số đại biểu mời dự ${viName(details)} ngày ${numeric(details.heldOn)} đổi từ ${details.quotaBefore} thành ${details.quota}`,
  en: `The invitation to the ${enName(details)} on ${numeric(details.heldOn)} is now for ${details.quota}, not ${details.quotaBefore}`,
});

const uninvited: Sentence = (details) => ({
  vi: `Đã rút giấy mời dự ${viName(details)} ngày ${numeric(details.heldOn)}`,
  en: `The invitation to the ${enName(details)} on ${numeric(details.heldOn)} was withdrawn`,
});

const changed: Sentence = (details) => {
  const before = details.before ?? details;
  return {
    vi: `${capitalised(viName(details))} đổi lịch: trước là ${viWhen(before)}; nay là ${viWhen(details)}`,
    en: `The ${enName(details)} was ${enWhen(before)}; it is now ${enWhen(details)}`,
  };
};

const calledOff: Sentence = (details) => ({
  vi: `${capitalised(viName(details))} ngày ${numeric(details.heldOn)} không tổ chức${details.reason ? `. Lý do: ${details.reason}` : ""}`,
  en: `The ${enName(details)} on ${numeric(details.heldOn)} was called off${details.reason ? `. Reason: ${details.reason}` : ""}`,
});

const viLeft = (days = 0) => (days === 0 ? "hôm nay" : `còn ${days} ngày`);
const enLeft = (days = 0) => (days === 0 ? "today" : `${days} ${days === 1 ? "day" : "days"} left`);

const answerAwaited: Sentence = (details) => {
  const { remindedBy, quota, days } = details;
  return {
    vi: `${remindedBy ? `${remindedBy} nhắc` : "Nhắc"} trả lời giấy mời dự ${viName(details)}, ${viWhen(details)} (${viLeft(days)}); ${quota} đại biểu`,
    en: `${remindedBy ? `${remindedBy} asks` : "You are asked"} for an answer to the invitation to the ${enName(details)}, ${enWhen(details)} (${enLeft(days)}); for ${quota}`,
  };
};

const unanswered: Sentence = (details) => {
  const { heldOn, days, unanswered: count, toPhone } = details;
  return {
    vi: `${capitalised(viName(details))} ngày ${numeric(heldOn)} (${viLeft(days)}): ${count} giấy mời chưa được trả lời${toPhone ? `, trong đó ${toPhone} nơi phải gọi điện thoại` : ""}`,
    en: `The ${enName(details)} on ${numeric(heldOn)} (${enLeft(days)}): invitations not answered: ${count}${toPhone ? `, to be telephoned: ${toPhone}` : ""}`,
  };
};

const sentences: Record<ConferenceDetails["news"], Sentence> = {
  invited,
  quota_changed: quotaChanged,
  uninvited,
  changed,
  called_off: calledOff,
  answer_awaited: answerAwaited,
  unanswered,
};

/** What those who are invited are told, as a sentence without its full stop. */
export function conferenceNewsInWords(details: ConferenceDetails): Words {
  return sentences[details.news](details);
}
