import { expect, it } from "vitest";
import { defaultOffice } from "./office-defaults.ts";
import { paperOf, suffixOf } from "./office.ts";
import type { Side } from "./document-model.ts";

const nobody = { party: null, government: null, front: null };
const office = (side: Side, name: string, kind: string, parentName: string | null = "Tỉnh Quảng Ninh") =>
  defaultOffice(side, { name, kind, parentName }, nobody);

it.each<[Side, string, string, string | null, string | null, string, string, string]>([
  [
    "government",
    "Phường Ninh Dương",
    "commune",
    "Tỉnh Quảng Ninh",
    null,
    "Ủy ban nhân dân\nPhường Ninh Dương",
    "UBND",
    "Ninh Dương",
  ],
  [
    "government",
    "Tỉnh Quảng Ninh",
    "province",
    null,
    null,
    "Ủy ban nhân dân\nTỉnh Quảng Ninh",
    "UBND",
    "Quảng Ninh",
  ],
  [
    "government",
    "Phòng Kinh tế xã An",
    "agency",
    "Xã An",
    "Ủy ban nhân dân\nXã An",
    "Phòng Kinh tế xã An",
    "PKT",
    "An",
  ],
  [
    "party",
    "Phường Ninh Dương",
    "commune",
    "Tỉnh Quảng Ninh",
    "Đảng bộ tỉnh Quảng Ninh",
    "Đảng ủy phường Ninh Dương",
    "ĐU",
    "Ninh Dương",
  ],
  [
    "party",
    "Đặc khu Cô Tô",
    "commune",
    "Tỉnh Quảng Ninh",
    "Đảng bộ tỉnh Quảng Ninh",
    "Đảng ủy đặc khu Cô Tô",
    "ĐU",
    "Cô Tô",
  ],
  [
    "party",
    "Huyện Nam Sách",
    "district",
    "Tỉnh Hải Dương",
    "Đảng bộ tỉnh Hải Dương",
    "Huyện ủy Nam Sách",
    "HU",
    "Nam Sách",
  ],
  [
    "party",
    "Quận Đống Đa",
    "district",
    "Thành phố Hà Nội",
    "Đảng bộ thành phố Hà Nội",
    "Quận ủy Đống Đa",
    "QU",
    "Đống Đa",
  ],
  ["party", "Thành phố Hà Nội", "province", null, null, "Thành ủy Hà Nội", "TU", "Hà Nội"],
  [
    "front",
    "Phường Ninh Dương",
    "commune",
    "Tỉnh Quảng Ninh",
    "Ủy ban MTTQ Việt Nam\nPhường Ninh Dương",
    "Ban Thường trực",
    "MTTQ-BTT",
    "Ninh Dương",
  ],
])("%s of %s (%s) in %s", (side, name, kind, parent, superior, issuer, suffix, place) => {
  expect(office(side, name, kind, parent)).toMatchObject({ superior, issuer, suffix, place });
});

it("a letter of the government names its office after the number", () => {
  const ward = office("government", "Phường Ninh Dương", "commune");
  expect([suffixOf(ward, "TB"), suffixOf(ward, "CV")]).toEqual(["UBND", "UBND-VP"]);
});

it("a paper takes from its office what it does not say itself", () => {
  const ward = office("government", "Phường Ninh Dương", "commune");
  const content = { side: "government", kind: "assignment_letter", abstract: "giao việc", body: [] } as const;
  expect(paperOf(ward, content)).toMatchObject({
    title: "",
    header: { place: "Ninh Dương", symbol: null, blankSymbol: "/UBND-VP", date: null },
    signature: { authority: "TM. Ủy ban nhân dân", title: "Chủ tịch", name: null },
    recipients: ["Thường trực Đảng ủy", "Lưu: VT"],
  });
  const own = { signature: null, recipients: ["Như trên"], date: "2026-02-05" };
  expect(paperOf(ward, { ...content, ...own })).toMatchObject({
    signature: null,
    recipients: ["Như trên"],
    header: { date: "2026-02-05" },
  });
  expect(paperOf(ward, { ...content, kind: "register_book" })).toMatchObject({
    landscape: true,
    title: "Sổ theo dõi kiến nghị",
    header: { blankSymbol: null },
  });
});
