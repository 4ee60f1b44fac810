import { spellingKey } from "./names.ts";

/**
 * The five island districts that had no commune level: the source leaves their special zones without origin.
 * Each became, whole, the special zone of the same name (resolutions of the National Assembly's Standing
 * Committee on the commune-level units of their provinces, 16/6/2025).
 */
const islandDistricts = [
  { zone: "Đặc khu Bạch Long Vĩ", district: "Huyện Bạch Long Vĩ", province: "Thành phố Hải Phòng" },
  { zone: "Đặc khu Cồn Cỏ", district: "Huyện Cồn Cỏ", province: "Tỉnh Quảng Trị" },
  { zone: "Đặc khu Hoàng Sa", district: "Huyện Hoàng Sa", province: "Thành phố Đà Nẵng" },
  { zone: "Đặc khu Lý Sơn", district: "Huyện Lý Sơn", province: "Tỉnh Quảng Ngãi" },
  { zone: "Đặc khu Côn Đảo", district: "Huyện Côn Đảo", province: "Tỉnh Bà Rịa - Vũng Tàu" },
] as const;

/** The old district (and its old province) that became this special zone, if it is one of the five. */
export function islandDistrictOf(zone: string): { district: string; province: string } | undefined {
  return islandDistricts.find((entry) => spellingKey(entry.zone) === spellingKey(zone));
}
