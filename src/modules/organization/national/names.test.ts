import { describe, expect, it } from "vitest";
import { foldedKey, slug, spellingKey, splitType, tidyName } from "./names.ts";

describe("unit names", () => {
  it.each([
    ["Xã Mỹ Hoà Hưng", "Xã Mỹ Hòa Hưng"],
    ["Thành phố Thuỷ Nguyên", "Thành phố Thủy Nguyên"],
    ["Xã Ea H'leo", "Xã Ea H’Leo"],
    ["Huyện Ia H' Drai", "Huyện Ia H'Drai"],
    ["Xã Krong", "xã  KRong "],
    ["Phường Hà Đông".normalize("NFD"), "Phường Hà Đông"],
  ])("%s and %s are one name", (one, other) => {
    expect(spellingKey(tidyName(one))).toBe(spellingKey(tidyName(other)));
  });

  it.each([
    ["Xã Hoằng Quỳ", "Xã Hoằng Quý"],
    ["Xã Hoa Lộc", "Xã Hòa Lộc"],
    ["Xã Đắk Long", "Xã Đăk Long"],
    ["Xã Hoằng Đông", "Phường Hoằng Đông"],
  ])("%s and %s are two names", (one, other) => {
    expect(spellingKey(one)).not.toBe(spellingKey(other));
  });

  it("splits off the type and nothing else", () => {
    expect(splitType("Thị xã Chũ")).toEqual({ type: "thị xã", bare: "Chũ" });
    expect(splitType("Xã Thị Hoa")).toEqual({ type: "xã", bare: "Thị Hoa" });
    expect(splitType("Xãm")).toEqual({ type: "", bare: "Xãm" });
  });

  it("folds, slugs and tidies", () => {
    expect(foldedKey("Phường Văn Miếu - Quốc Tử Giám")).toBe("phuong van mieu quoc tu giam");
    expect(slug("Quận Đống Đa")).toBe("quan-dong-da");
    expect(tidyName("  Xã \u00a0 Ba  Vì ")).toBe("Xã Ba Vì");
  });
});
