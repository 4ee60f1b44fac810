import type { Side } from "./document-model.ts";

type Words = { readonly vi: string; readonly en: string };

export const sideWords: Readonly<Record<Side, Words>> = {
  party: { vi: "Cấp ủy Đảng", en: "Party committee" },
  government: { vi: "Ủy ban nhân dân", en: "People's Committee" },
  front: { vi: "Mặt trận Tổ quốc", en: "Fatherland Front" },
};
