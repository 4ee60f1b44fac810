import type { LinePart } from "./conclusion.ts";

type Words = { readonly vi: string; readonly en: string };

export const partWords: Readonly<Record<LinePart, Words>> = {
  task: { vi: "Nội dung việc", en: "Task" },
  lead: { vi: "Cơ quan chủ trì", en: "Lead agency" },
  due: { vi: "Thời hạn", en: "Due date" },
  coordinators: { vi: "Cơ quan phối hợp", en: "Coordinating agencies" },
};
