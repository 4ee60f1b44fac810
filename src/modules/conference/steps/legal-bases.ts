import type { Purpose } from "#modules/deadline/rule.ts";
import { territoryCodes } from "#modules/deadline/statutory-rules.ts";

type Words = { readonly vi: string; readonly en: string };

/** Something that is done for a conference, before its day or after it; one with a clock has a date. */
export type Step = {
  readonly code: StepCode;
  readonly title: Words;
  readonly when: "before" | "after";
  readonly clock?: Purpose;
};

/** A law or regulation that a conference is held under, and what it asks besides the usual. */
export type LegalBasis = {
  readonly code: string;
  readonly citation: string;
  /** The unit in whose subtree it holds, by its code; null for the whole country. */
  readonly territory: string | null;
  /** Its first day. */
  readonly from: string;
  readonly steps: readonly StepCode[];
};

// A step with a clock bears the name of that clock: the deadlines find what was done by it.
export const stepCodes = [
  "collect",
  "announce",
  "invite",
  "synthesis",
  "draft_answers",
  "last_time",
  "agenda",
  "front_opinion",
  "publish_programme",
  "notice_of_conclusion",
  "publish_results",
  "send_to_villages",
  "written_reply",
  "word_of_party_head",
  "report_up",
] as const;
export type StepCode = (typeof stepCodes)[number];

export const steps: readonly Step[] = [
  {
    code: "collect",
    when: "before",
    title: {
      vi: "Thu thập ý kiến, kiến nghị của người dân",
      en: "Collect opinions and recommendations of the people",
    },
  },
  {
    code: "front_opinion",
    when: "before",
    title: {
      vi: "Thống nhất nội dung, thành phần với Ủy ban MTTQ",
      en: "Agree on content and participants with the Front committee",
    },
  },
  {
    code: "announce",
    when: "before",
    clock: "announce",
    title: {
      vi: "Thông báo thời gian, địa điểm, nội dung, cách thức tham gia",
      en: "Announce time, place, content and how to take part",
    },
  },
  {
    code: "publish_programme",
    when: "before",
    title: {
      vi: "Niêm yết thông báo tại trụ sở và nhà văn hóa thôn",
      en: "Post the announcement at the office and the village halls",
    },
  },
  { code: "invite", when: "before", title: { vi: "Gửi giấy mời đại biểu", en: "Send the invitations" } },
  {
    code: "synthesis",
    when: "before",
    title: {
      vi: "Tổng hợp kiến nghị thu thập được theo lĩnh vực",
      en: "Group what was collected by field",
    },
  },
  {
    code: "draft_answers",
    when: "before",
    title: { vi: "Các cơ quan chuẩn bị dự thảo trả lời", en: "The agencies prepare draft answers" },
  },
  {
    code: "last_time",
    when: "before",
    title: {
      vi: "Báo cáo kết quả giải quyết kiến nghị kỳ trước",
      en: "Report on what became of last time’s recommendations",
    },
  },
  { code: "agenda", when: "before", title: { vi: "Xây dựng chương trình", en: "Draw up the agenda" } },
  {
    code: "notice_of_conclusion",
    when: "after",
    clock: "notice_of_conclusion",
    title: { vi: "Ban hành thông báo kết luận", en: "Issue the notice of conclusion" },
  },
  {
    code: "publish_results",
    when: "after",
    clock: "publish_results",
    title: { vi: "Công khai kết quả hội nghị", en: "Publish the results" },
  },
  {
    code: "send_to_villages",
    when: "after",
    title: {
      vi: "Gửi kết quả tới thôn, bản, khu, tổ dân phố để đọc lại",
      en: "Send the results to the villages, to be read out",
    },
  },
  {
    code: "written_reply",
    when: "after",
    clock: "written_reply",
    title: {
      vi: "Cơ quan được giao trả lời bằng văn bản",
      en: "The agencies assigned reply in writing",
    },
  },
  {
    code: "word_of_party_head",
    when: "after",
    title: {
      vi: "Người đứng đầu cấp ủy trả lời về việc tiếp nhận, chuyển kiến nghị",
      en: "The head of the Party committee gives word on each matter accepted or passed on",
    },
  },
  {
    code: "report_up",
    when: "after",
    title: { vi: "Báo cáo kết quả lên cấp trên", en: "Report the results to the level above" },
  },
];

/** What every conference asks, whatever it is held under. */
const usualSteps: readonly StepCode[] = [
  "collect",
  "announce",
  "invite",
  "synthesis",
  "draft_answers",
  "last_time",
  "agenda",
  "notice_of_conclusion",
];

/** To choose from. What is stored with a conference is the citation: another may be written by hand. */
export const legalBases: readonly LegalBasis[] = [
  {
    code: "law-72-2025",
    citation: "Luật Tổ chức chính quyền địa phương số 72/2025/QH15, Điều 43",
    territory: null,
    from: "2025-06-16",
    steps: ["announce", "publish_programme", "publish_results", "send_to_villages"],
  },
  {
    code: "qd-11-2019",
    citation: "Quy định số 11-QĐi/TW ngày 18/02/2019 của Bộ Chính trị",
    territory: null,
    from: "2019-02-18",
    steps: ["word_of_party_head", "report_up"],
  },
  {
    code: "law-10-2022",
    citation: "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15",
    territory: null,
    from: "2023-07-01",
    steps: ["publish_programme", "publish_results", "send_to_villages"],
  },
  {
    code: "qd-218-2013",
    citation: "Quyết định số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị",
    territory: null,
    from: "2013-12-12",
    steps: ["front_opinion"],
  },
  {
    code: "qc-08-hai-duong",
    citation: "Quy chế số 08-QC/TU ngày 03/01/2018 của Tỉnh ủy Hải Dương",
    territory: "HD",
    from: "2018-01-03",
    steps: ["written_reply", "report_up"],
  },
];

/**
 * The bases that hold where a unit lies, on a day; on any day where that is null.
 * @param codes the unit's own code and those of all units above it
 */
export function basesIn(codes: ReadonlySet<string>, day: string | null): LegalBasis[] {
  return legalBases.filter(
    ({ territory, from }) =>
      (day === null || from <= day) &&
      (territory === null || territoryCodes(territory).some((code) => codes.has(code))),
  );
}

/** The checklist of a conference: the usual steps, what its bases add, and whatever a clock asks; in the order of the work. */
export function checklistOf(citations: readonly string[], clocks: ReadonlySet<Purpose>): Step[] {
  const chosen = legalBases.filter(({ citation }) => citations.includes(citation));
  const asked = new Set([...usualSteps, ...chosen.flatMap((basis) => basis.steps)]);
  return steps.filter(({ code, clock }) => asked.has(code) || (clock !== undefined && clocks.has(clock)));
}
