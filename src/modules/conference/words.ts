import type { ChairCapacity, Form, Life } from "./conference.ts";

type Word = { readonly vi: string; readonly en: string };

export const formWords: Record<Form, Word> = {
  periodic: { vi: "Đối thoại định kỳ", en: "Periodic dialogue" },
  ad_hoc: { vi: "Đối thoại đột xuất", en: "Ad hoc dialogue" },
  thematic: { vi: "Đối thoại chuyên đề", en: "Thematic dialogue" },
  briefing: { vi: "Giao ban", en: "Briefing" },
  indirect: { vi: "Gián tiếp (hòm thư, đường dây nóng)", en: "Indirect (letter box, hotline)" },
  online: { vi: "Trực tuyến", en: "Online" },
};

export const lifeWords: Record<Life, Word> = {
  prepared: { vi: "Sắp diễn ra", en: "To come" },
  held: { vi: "Đã diễn ra", en: "Held" },
  called_off: { vi: "Không tổ chức", en: "Called off" },
};

export const chairWords: Record<ChairCapacity, Word> = {
  party_secretary: { vi: "Bí thư cấp ủy", en: "Party committee secretary" },
  chairperson: { vi: "Chủ tịch UBND", en: "Chairperson of the People's Committee" },
  council: { vi: "Thường trực HĐND", en: "Standing Committee of the People's Council" },
  front: { vi: "Chủ tịch MTTQ", en: "Chair of the Front committee" },
  deputy: { vi: "Cấp phó", en: "Deputy" },
  other: { vi: "Chức vụ khác", en: "Other" },
};
