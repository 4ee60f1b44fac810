import type { Capacity } from "#kernel/actor.ts";

/** Who asks while it is measured: the office of one commune, and somebody who reads the nation. */
export const askers = {
  office: { username: "bench.office", unit: "P01-C001", capacity: "office_secretary" },
  nation: { username: "bench.nation", unit: "VN", capacity: "statistician" },
} as const satisfies Record<string, { username: string; unit: string; capacity: Capacity }>;

export const PASSWORD = "bench-only-2026";

const PROVINCES = 34;
const COMMUNES = 3321;

type NationUnit = { code: string; name: string; kind: string; parent?: string; from: string };

/** The tree of today in its size: 34 provinces, 3,321 communes, each with two agencies and three villages. */
export function nationUnits(): NationUnit[] {
  const from = "2010-01-01";
  const provinces = numbers(PROVINCES).map((p) => ({
    code: provinceCode(p),
    name: `Tỉnh số ${p}`,
    kind: "province",
    parent: "VN",
    from,
  }));
  const communes = numbers(COMMUNES).flatMap((c) => {
    const above = provinceCode(1 + ((c - 1) % PROVINCES));
    const code = `${above}-C${String(1 + Math.floor((c - 1) / PROVINCES)).padStart(3, "0")}`;
    const within = (kind: string, letter: string, word: string, count: number) =>
      numbers(count).map((n) => ({
        code: `${code}-${letter}${n}`,
        name: `${word} ${n} xã số ${c}`,
        kind,
        parent: code,
        from,
      }));
    return [
      { code, name: `Xã số ${c}`, kind: "commune", parent: above, from },
      ...within("agency", "A", "Phòng số", 2),
      ...within("village", "V", "Thôn", 3),
    ];
  });
  return [...provinces, ...communes];
}

const provinceCode = (p: number) => `P${String(p).padStart(2, "0")}`;

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
