import type { Chance } from "./seeded.ts";

// Names of birds, flowers and weather: nobody in these registers has ever lived.
const FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Lý"];
const WOMEN = [
  "Hải Âu",
  "Tường Vi",
  "Sao Mai",
  "Hạ Vũ",
  "Mộc Miên",
  "Hoa Ban",
  "Bồ Câu",
  "Thu Ba",
  "Sương Mai",
  "Lan Rừng",
];
const MEN = [
  "Rạng Đông",
  "Sơn Ca",
  "Hải Triều",
  "Tùng Bách",
  "Gió Mùa",
  "Phi Lao",
  "Bắc Đẩu",
  "Hoàng Yến",
  "Trường Giang",
  "Đại Bàng",
];

/** People's names, each given once. */
export function inventedPeople(chance: Chance): () => string {
  const given = new Set<string>();
  return () => {
    for (;;) {
      const name = inventedName(chance);
      if (given.has(name)) continue;
      given.add(name);
      return name;
    }
  };
}

function inventedName(chance: Chance): string {
  const family = chance.oneOf(FAMILY);
  return chance.next() < 0.5 ? `${family} Thị ${chance.oneOf(WOMEN)}` : `${family} Văn ${chance.oneOf(MEN)}`;
}
