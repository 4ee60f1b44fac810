import type { Finding } from "./findings.ts";

/** The last day of the units with districts, and the first day of the present ones (inclusive dates). */
export const lastOldDay = "2025-06-30";
export const firstNewDay = "2025-07-01";

export type NationalUnitKind = "province" | "district" | "commune";

/** Inclusive ISO dates; `from: null` is "as far back as known", `until: null` is "still". */
export type NamePeriod = {
  readonly name: string;
  readonly from: string | null;
  readonly until: string | null;
};
export type ParentPeriod = {
  readonly parentKey: string | null;
  readonly from: string | null;
  readonly until: string | null;
};

export type NationalUnit = {
  /** The same as `code`: unique over both trees and stable from one load to the next. */
  readonly key: string;
  readonly code: string;
  /** The number in the national list; none for districts and for provinces that ended in 2025. */
  readonly officialCode: string | null;
  /** Full name with its type, NFC: "Phường Thổ Quan". The last one held, when there were several. */
  readonly name: string;
  readonly kind: NationalUnitKind;
  /** tỉnh, thành phố, quận, huyện, thị xã, xã, phường, thị trấn, đặc khu */
  readonly subtype: string;
  /** The last parent held; `null` for a province. */
  readonly parentKey: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly names: readonly NamePeriod[];
  readonly parents: readonly ParentPeriod[];
};

export type NationalSuccessionKind = "rename" | "merge" | "split" | "partial" | "reparent" | "abolish";

/** `on` is the first day of what came after. `from` and `to` are unit keys; a reparented unit succeeds itself. */
export type NationalSuccession = {
  readonly kind: NationalSuccessionKind;
  readonly on: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
};

/**
 * A commune that had already gone by 30/6/2025 but whose name old papers still carry: not a unit of either
 * tree, only a way from the old name to the present communes (`to`: keys).
 */
export type EarlierCommune = {
  readonly name: string;
  readonly districtName: string;
  readonly provinceName: string;
  readonly to: readonly string[];
};

export type NationalLoad = {
  readonly units: readonly NationalUnit[];
  readonly successions: readonly NationalSuccession[];
  readonly earlier: readonly EarlierCommune[];
  readonly findings: readonly Finding[];
};
