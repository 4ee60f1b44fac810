import type { DeadlineRule } from "./rule.ts";

/** A rule as it is published: its territory is a unit's code, not yet a unit of this register. */
export type PublishedRule = Omit<DeadlineRule, "territory"> & { readonly territoryCode: string | null };

// In force from the day it was passed; communes under it began to work on 1/7/2025. To be confirmed on entry.
const LAW_72_FROM = "2025-06-16";
const ARTICLE_43 = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15, Điều 43";

/** What a new register starts with. Every line is data: an administrator adds, ends and replaces rules. */
export const STATUTORY_RULES: readonly PublishedRule[] = [
  {
    code: "announce-law-72",
    name: "Thông báo hội nghị đối thoại",
    purpose: "announce",
    amount: 7,
    unit: "calendar_day",
    direction: "backward",
    start: "conference",
    citation: ARTICLE_43,
    rank: "law",
    territoryCode: null,
    unitKinds: ["commune"],
    validFrom: LAW_72_FROM,
    validUntil: null,
  },
  {
    code: "publish-results-law-72",
    name: "Công khai kết quả hội nghị đối thoại",
    purpose: "publish_results",
    amount: 10,
    unit: "calendar_day",
    direction: "forward",
    start: "conference",
    citation: ARTICLE_43,
    rank: "law",
    territoryCode: null,
    unitKinds: ["commune"],
    validFrom: LAW_72_FROM,
    validUntil: null,
  },
  {
    code: "written-reply-hai-duong-08",
    name: "Trả lời bằng văn bản sau hội nghị đối thoại",
    purpose: "written_reply",
    amount: 15,
    unit: "calendar_day",
    direction: "forward",
    start: "conference",
    citation: "Quy chế số 08-QC/TU ngày 03/01/2018 của Tỉnh ủy Hải Dương",
    rank: "provincial",
    territoryCode: "HD",
    unitKinds: null,
    validFrom: "2018-01-03",
    validUntil: null,
  },
  {
    code: "word-of-party-head-11",
    name: "Trả lời của người đứng đầu cấp ủy về việc tiếp nhận hoặc chuyển kiến nghị",
    purpose: "word_of_party_head",
    amount: 10,
    unit: "working_day",
    direction: "forward",
    start: "receipt",
    citation: "Quy định số 11-QĐi/TW ngày 18/02/2019 của Bộ Chính trị",
    rank: "central_party",
    territoryCode: null,
    unitKinds: null,
    validFrom: "2019-02-18",
    validUntil: null,
  },
  {
    code: "notice-of-conclusion-default",
    name: "Ban hành thông báo kết luận",
    purpose: "notice_of_conclusion",
    amount: 5,
    unit: "working_day",
    direction: "forward",
    start: "conference",
    citation: "Mặc định của phần mềm, chưa có quy định riêng",
    rank: "product_default",
    territoryCode: null,
    unitKinds: null,
    validFrom: "2000-01-01",
    validUntil: null,
  },
];

/** The codes that the national load of units gives to the provinces of these rules: a register has the one or the other. */
const nationalCodes: Readonly<Record<string, string>> = { HD: "hai-duong-2025" };

/** The codes under which a rule's territory may stand in a register, the rule's own first. */
export function territoryCodes(code: string): string[] {
  const national = nationalCodes[code];
  return national ? [code, national] : [code];
}

/** What stands under any of the codes of a rule's territory. */
export function ofTerritory<T>(code: string, byCode: ReadonlyMap<string, T>): T | undefined {
  return territoryCodes(code)
    .map((one) => byCode.get(one))
    .find((found) => found !== undefined);
}

/** What the territories of these rules are called where their unit is not in the register. */
const territoryNames: Readonly<Record<string, string>> = { HD: "Tỉnh Hải Dương" };

/** A territory that is known by its code alone: `Tỉnh Hải Dương (HD)`, or the code where nothing is known of it. */
export function territoryByCode(code: string): string {
  const name = territoryNames[code];
  return name ? `${name} (${code})` : code;
}

/**
 * The published rules as rules of one register. A rule of a province that the register does not hold is left
 * out: it can bind nobody there.
 * @param unitIdOfCode unit ids by unit code
 */
export function placedRules(
  published: readonly PublishedRule[],
  unitIdOfCode: ReadonlyMap<string, string>,
): DeadlineRule[] {
  return published.flatMap(({ territoryCode, ...rule }): DeadlineRule[] => {
    if (territoryCode === null) return [{ ...rule, territory: null }];
    const territory = ofTerritory(territoryCode, unitIdOfCode);
    return territory === undefined ? [] : [{ ...rule, territory }];
  });
}
