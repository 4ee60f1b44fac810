import { describe, expect, it } from "vitest";
import { isSought, soughtWords, unitKey } from "./sought-words.ts";
import { searchKey } from "./vietnamese-text.ts";

const finds = (typed: string, stored: string) => isSought(unitKey(stored), soughtWords(typed));

describe("what was typed finds what was written otherwise", () => {
  it.each([
    ["P. Tân Phú", "Phường Tân Phú"],
    ["p.tân phú", "Phường Tân Phú"],
    ["P Tân Phú", "Phường Tân Phú"],
    ["Phường Tân Phú", "P. Tân Phú"],
    ["P. Tân Phú", "P. Tân Phú"],
    ["P12", "Phường 12"],
    ["Q.3", "Quận 3"],
    ["q3", "Quận 3"],
    ["X. Ea H’leo", "Xã Ea H'leo"],
    ["TP Biên Hoà", "Thành phố Biên Hòa"],
    ["TP.Biên Hòa", "Thành phố Biên Hoà"],
    ["thành phố biên hòa", "TP. Biên Hòa"],
    ["TPHCM", "Thành phố Hồ Chí Minh"],
    ["TP. HCM", "Thành phố Hồ Chí Minh"],
    ["TX. Chũ", "Thị xã Chũ"],
    ["TT. Chũ", "Thị trấn Chũ"],
    ["UBND phường Tân Phú", "Ủy ban nhân dân phường Tân Phú"],
    ["ubnd p. tân phú", "Uỷ ban nhân dân phường Tân Phú"],
    ["ủy ban nhân dân phường tân phú", "UBND phường Tân Phú"],
    ["TDP 4", "Tổ dân phố 4"],
    ["TDP4", "Tổ dân phố 4"],
    ["KP.2", "Khu phố 2"],
    ["đ/c Ksor", "đồng chí Ksor"],
    ["Cư  M’gar,", "Huyện Cư M'gar"],
    ["miếu–quốc", "Phường Văn Miếu - Quốc Tử Giám"],
    ["quốc tử giám văn miếu", "Phường Văn Miếu - Quốc Tử Giám"],
  ])("%s → %s", (typed, stored) => expect(finds(typed, stored)).toBe(true));

  it.each([
    ["P. Tân Phú", "Xã Tân Phú"],
    ["Q3", "Phường 3"],
    ["khu 3", "Khu 13"],
    ["TP Biên Hòa", "Phường Biên Hòa"],
    ["hoà an", "Phường Hòa"],
  ])("%s ↛ %s", (typed, stored) => expect(finds(typed, stored)).toBe(false));

  it.each(["MC-2020-0042", "MC–2020–0042", "mc 2020 0042", "MC20200042", "mc-20200042"])(
    "the code %s",
    (typed) => expect(isSought(searchKey("MC-2020-0042 Sửa đường"), soughtWords(typed))).toBe(true),
  );

  it("signs alone are no word", () => expect(soughtWords(" – % _ “” ")).toEqual([]));
});
