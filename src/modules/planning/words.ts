import type { PlanState } from "./plan.ts";
import type { PlannedState } from "./planned-state.ts";

type Word = { readonly vi: string; readonly en: string };

export const planStateWords: Record<PlanState, Word> = {
  draft: { vi: "Dự thảo", en: "Draft" },
  issued: { vi: "Đang có hiệu lực", en: "In force" },
  replaced: { vi: "Đã được thay thế", en: "Replaced" },
};

export const plannedStateWords: Record<PlannedState, Word> = {
  held: { vi: "Đã tổ chức", en: "Held" },
  coming: { vi: "Đang chuẩn bị", en: "Being prepared" },
  open: { vi: "Theo kế hoạch", en: "Planned" },
  overdue: { vi: "Quá thời gian dự kiến", en: "Past its time" },
  called_off: { vi: "Đã hủy", en: "Called off" },
};
