/**
 * What became of a row (or a unit) that could not be taken as it stood:
 * `repaired` it is used, corrected; `supplied` a known fact completes it; `set_aside` it adds nothing to the
 * trees; `gap` something is missing from the source.
 */
export type FindingOutcome = "repaired" | "supplied" | "set_aside" | "gap";

const catalogue = {
  code_leading_zero: {
    outcome: "repaired",
    vi: "Mã {given} của {destination} thiếu số 0 ở đầu; đọc là {used}.",
    en: "Code {given} of {destination} lost its leading zeros; read as {used}.",
  },
  code_unknown: {
    outcome: "repaired",
    vi: "Mã {given} không có trong danh mục; tìm theo tên trong tỉnh: {destination}, mã {used}.",
    en: "Code {given} is not in the list; found by name within the province: {destination}, code {used}.",
  },
  code_of_another_commune: {
    outcome: "repaired",
    vi: "Mã {given} là của đơn vị khác; tìm theo tên trong tỉnh: {destination}, mã {used}.",
    en: "Code {given} belongs to another commune; found by name within the province: {destination}, code {used}.",
  },
  special_zone_from_district: {
    outcome: "supplied",
    vi: "{destination} không từ xã nào; lấy từ {origin}, huyện đảo không có cấp xã.",
    en: "{destination} comes from no commune; taken from {origin}, an island district without communes.",
  },
  repeated_row: {
    outcome: "set_aside",
    vi: "Dòng lặp lại y nguyên: {origin} → {destination}.",
    en: "The row repeats an earlier one word for word: {origin} → {destination}.",
  },
  repeated_pair: {
    outcome: "set_aside",
    vi: "{origin} → {destination} đã có ở dòng khác, viết hoặc ghi mã khác đi.",
    en: "{origin} → {destination} is already given by a row spelled or coded differently.",
  },
  earlier_status: {
    outcome: "set_aside",
    vi: "{origin} là tên gọi trước của {present}, đã có ở dòng khác, cùng về {destination}.",
    en: "{origin} is what {present} was before; that one is given by another row, to {destination} as well.",
  },
  earlier_commune: {
    outcome: "set_aside",
    vi: "{origin} không có mã: đã sáp nhập trước 30/6/2025; chỉ ghi tên cũ, nay thuộc {destination}.",
    en: "{origin} has no code: it had gone before 30/6/2025; kept as an earlier name, today in {destination}.",
  },
  uncertain_part: {
    outcome: "set_aside",
    vi: "{origin} → {destination}: trùng tên {present} nhưng khác loại và khác nơi đến; không suy được một phần.",
    en: "{origin} → {destination}: named like {present}, of another type and destination; no part is inferred.",
  },
  old_code_conflict: {
    outcome: "set_aside",
    vi: "Mã cũ {given} đã thuộc {present}, không nhận thêm {origin}.",
    en: "Old code {given} already belongs to {present}; {origin} cannot have it too.",
  },
  new_province_unknown: {
    outcome: "set_aside",
    vi: "Không có tỉnh, thành phố nào tên {province} từ 1/7/2025 (dòng {origin} → {destination}).",
    en: "No province is called {province} from 1/7/2025 (row {origin} → {destination}).",
  },
  new_commune_unknown: {
    outcome: "set_aside",
    vi: "Không tìm thấy {destination} ({given}) ở {province}, theo mã hay theo tên.",
    en: "{destination} ({given}) is not found in {province}, by code or by name.",
  },
  new_commune_ambiguous: {
    outcome: "set_aside",
    vi: "Nhiều xã ở {province} có tên đọc như {destination}, mã {given} không phân biệt được.",
    en: "Several communes of {province} read like {destination}; code {given} does not tell which.",
  },
  province_mismatch: {
    outcome: "set_aside",
    vi: "{origin} → {destination}: hai nơi thuộc các tỉnh không liên quan.",
    en: "{origin} → {destination}: the two lie in provinces that have nothing to do with each other.",
  },
  special_zone_without_origin: {
    outcome: "gap",
    vi: "{destination} không ghi đơn vị cũ nào.",
    en: "{destination} names no old unit.",
  },
  commune_without_origin: {
    outcome: "gap",
    vi: "Không dòng nào cho biết {destination} từ đâu.",
    en: "No row says where {destination} comes from.",
  },
  commune_without_successor: {
    outcome: "gap",
    vi: "Không dòng nào dùng được cho biết {origin} về đâu.",
    en: "No usable row says where {origin} went.",
  },
  province_without_origin: {
    outcome: "gap",
    vi: "Không dòng nào cho biết {destination} từ đâu.",
    en: "No row says where {destination} comes from.",
  },
  province_without_successor: {
    outcome: "gap",
    vi: "Không dòng nào dùng được cho biết {origin} về đâu.",
    en: "No usable row says where {origin} went.",
  },
} as const satisfies Record<string, { outcome: FindingOutcome; vi: string; en: string }>;

export type FindingCode = keyof typeof catalogue;

/** `row` is the source row's own id, or `null` where a whole unit is meant; `unit` is the unit's key. */
export type Finding = {
  readonly row: string | null;
  readonly unit: string | null;
  readonly code: FindingCode;
  readonly outcome: FindingOutcome;
  readonly vi: string;
  readonly en: string;
};

/** A finding with its two sentences, their braces filled from `values`. */
export function finding(
  code: FindingCode,
  about: { row?: string; unit?: string },
  values: Readonly<Record<string, string>>,
): Finding {
  const { outcome, vi, en } = catalogue[code];
  const row = about.row ?? null;
  return { row, unit: about.unit ?? null, code, outcome, vi: fill(vi, values), en: fill(en, values) };
}

function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/gu, (hole, name: string) => values[name] ?? hole);
}
