import type { Capacity } from "#kernel/actor.ts";
import type { SuccessionKind, UnitKind } from "./unit.ts";

type Language = "vi" | "en";
type Words = Readonly<Record<Language, string>>;

const unitKindWords: Readonly<Record<UnitKind, Words>> = {
  centre: { vi: "Trung ương", en: "Centre" },
  province: { vi: "Tỉnh, thành phố", en: "Province" },
  district: { vi: "Quận, huyện", en: "District" },
  commune: { vi: "Xã, phường, đặc khu", en: "Commune" },
  village: { vi: "Thôn, bản, khu, tổ dân phố", en: "Village" },
  agency: { vi: "Cơ quan", en: "Agency" },
  organisation: { vi: "Tổ chức", en: "Organisation" },
};

const successionWords: Readonly<Record<SuccessionKind, Words>> = {
  rename: { vi: "Đổi tên", en: "Renamed" },
  merge: { vi: "Sáp nhập", en: "Merged" },
  split: { vi: "Chia tách", en: "Split" },
  partial: { vi: "Chuyển một phần", en: "Partly transferred" },
  reparent: { vi: "Chuyển nơi trực thuộc", en: "Moved under another unit" },
  abolish: { vi: "Kết thúc hoạt động", en: "Abolished" },
};

const capacityWords: Readonly<Record<Capacity, Words>> = {
  party_secretary: { vi: "Bí thư cấp ủy", en: "Party committee secretary" },
  chairperson: { vi: "Chủ tịch UBND", en: "Chairperson of the People's Committee" },
  council_standing: { vi: "Thường trực HĐND", en: "Standing Committee of the People's Council" },
  office_secretary: { vi: "Văn phòng, thư ký", en: "Office secretary" },
  agency_head: { vi: "Thủ trưởng cơ quan", en: "Head of agency" },
  agency_officer: { vi: "Chuyên viên", en: "Agency officer" },
  front_chair: { vi: "Chủ tịch MTTQ", en: "Front chairperson" },
  front_officer: { vi: "Cán bộ Mặt trận", en: "Front officer" },
  village_head: { vi: "Trưởng thôn, tổ trưởng tổ dân phố", en: "Village head" },
  complaint_reviewer: {
    vi: "Người xem xét khiếu nại, tố cáo",
    en: "Reviewer of complaints and denunciations",
  },
  steering_committee: { vi: "BCĐ QCDC", en: "Steering committee for grassroots democracy" },
  statistician: { vi: "Thống kê", en: "Statistician" },
  administrator: { vi: "Quản trị", en: "Administrator" },
};

/** "Xã, phường, đặc khu"; a kind the list does not know comes back as it is. */
export function unitKindWord(kind: string, language: Language): string {
  return unitKindWords[kind as UnitKind]?.[language] ?? kind;
}

/** "Sáp nhập" */
export function successionWord(kind: SuccessionKind, language: Language): string {
  return successionWords[kind][language];
}

/** Who heads a village, by the first word of its name: a hamlet's head is no head of a quarter. */
const heads: readonly (readonly [kind: RegExp, head: string])[] = [
  [/^(?:tổ dân phố|tdp)(?!\p{L})/iu, "Tổ trưởng tổ dân phố"],
  [/^khu dân cư(?!\p{L})/iu, "Trưởng khu dân cư"],
  [/^khu phố(?!\p{L})/iu, "Trưởng khu phố"],
  [/^khối phố(?!\p{L})/iu, "Trưởng khối phố"],
  [/^tiểu khu(?!\p{L})/iu, "Trưởng tiểu khu"],
  [/^tổ(?!\p{L})/iu, "Tổ trưởng"],
  [/^(thôn|bản|khu|khối|khóm|xóm|ấp|làng|buôn|bon|plei|sóc|phum)(?!\p{L})/iu, "Trưởng"],
];

/** "Trưởng bản" of "Bản Nà Sác"; null where the name does not say what kind of village it is. */
function headOf(villageName: string): string | null {
  for (const [kind, head] of heads) {
    const found = kind.exec(villageName.trim());
    if (found) return found[1] ? `${head} ${found[1].toLocaleLowerCase("vi")}` : head;
  }
  return null;
}

/**
 * "Bí thư cấp ủy"; whoever stands in for the holder is said to be acting.
 * @param unitName of the post: the head of a village is called by what the village is called
 */
export function capacityWord(
  capacity: Capacity,
  language: Language,
  acting = false,
  unitName: string | null = null,
): string {
  const head = capacity === "village_head" && language === "vi" && unitName ? headOf(unitName) : null;
  const word = head ?? capacityWords[capacity][language];
  if (!acting) return word;
  return language === "vi" ? `${word} (phụ trách)` : `${word} (acting)`;
}

const dayWords = {
  vi: { from: "từ", until: "đến", always: "không ghi thời hạn" },
  en: { from: "from", until: "until", always: "no dates given" },
};

/** The days of a period in words: "từ 01/07/2025", "01/01/2008 – 30/06/2025". Open sides are left out. */
export function lifetime(
  { fromOn, untilOn }: { fromOn: string; untilOn: string },
  language: Language,
): string {
  const words = dayWords[language];
  const [begun, ended] = [fromOn !== "-infinity", untilOn !== "infinity"];
  if (begun && ended) return `${dayText(fromOn)} – ${dayText(untilOn)}`;
  if (begun) return `${words.from} ${dayText(fromOn)}`;
  return ended ? `${words.until} ${dayText(untilOn)}` : words.always;
}

function dayText(day: string): string {
  const [year, month, date] = day.split("-");
  return `${date}/${month}/${year}`;
}
