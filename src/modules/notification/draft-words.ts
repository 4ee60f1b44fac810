import type { Words } from "#modules/deadline/explain.ts";
import type { DraftDetails } from "./conference-news.ts";

const numeric = (day: string) => day.split("-").reverse().join("/");
const some = (count: number) => `${count} ${count === 1 ? "day" : "days"}`;

type Sentence = (details: DraftDetails) => Words;

const asked: Sentence = (details) => {
  const { code, due, conferenceOn } = details;
  if (details.unmanned) return askedOfNobody(details);
  return {
    vi: `Đề nghị dự thảo trả lời kiến nghị ${code} trước hội nghị ngày ${numeric(conferenceOn)}, hạn ${numeric(due)}`,
    en: `A draft answer to ${code} is asked for before the conference on ${numeric(conferenceOn)}, due ${numeric(due)}`,
  };
};

const askedOfNobody: Sentence = ({ code, agency, due }) => ({
  vi: `${agency} chưa có người trên hệ thống để nhận đề nghị dự thảo trả lời kiến nghị ${code}, hạn ${numeric(due)}`,
  en: `${agency} has nobody in the system who could be asked for the draft answer to ${code}, due ${numeric(due)}`,
});

const withdrawn: Sentence = ({ code }) => ({
  vi: `Không còn đề nghị dự thảo trả lời kiến nghị ${code}`,
  en: `The draft answer to ${code} is no longer asked for`,
});

const given: Sentence = ({ code, agency, draft }) => ({
  vi: `${agency} đã ${draft === "given_again" ? "sửa" : "gửi"} dự thảo trả lời kiến nghị ${code}`,
  en: `${agency} has ${draft === "given_again" ? "changed" : "given"} the draft answer to ${code}`,
});

const reminder: Sentence = ({ code, agency, side, due, days = 0, unmanned }) => {
  const nobody = unmanned
    ? {
        vi: " (cơ quan này chưa có người trên hệ thống để nhắc)",
        en: " (nobody there can be reminded)",
      }
    : { vi: "", en: "" };
  const whose = side === "unit" ? { vi: ` của ${agency}`, en: ` by ${agency}` } : { vi: "", en: "" };
  const { vi, en } = howLong(days);
  return {
    vi: `Dự thảo trả lời kiến nghị ${code}${whose.vi} ${vi}, hạn ${numeric(due)}${nobody.vi}`,
    en: `The draft answer to ${code}${whose.en}: ${en}, due ${numeric(due)}${nobody.en}`,
  };
};

function howLong(days: number): Words {
  if (days < 0) return { vi: `đã quá hạn ${-days} ngày`, en: `${some(-days)} overdue` };
  if (days === 0) return { vi: "đến hạn hôm nay", en: "due today" };
  return { vi: `còn ${days} ngày`, en: `${some(days)} left` };
}

const sentences: Record<DraftDetails["draft"], Sentence> = {
  asked,
  withdrawn,
  given,
  reminder,
  given_again: given,
};

/** What is told of a draft answer, as a sentence without its full stop. */
export function draftInWords(details: DraftDetails): Words {
  return sentences[details.draft](details);
}
