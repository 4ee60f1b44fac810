import { m } from "#paraglide/messages.js";
import { getLocale } from "#paraglide/runtime.js";
import type { TagKind } from "#ui/tag.ts";
import type { PlanState } from "../plan.ts";
import type { PlannedState } from "../planned-state.ts";
import { planStateWords, plannedStateWords } from "../words.ts";

// The module's words in the language of the page.

export { chairText, formText } from "#modules/conference/ui/index.ts";

export const stateText = (state: PlannedState): string => plannedStateWords[state][getLocale()];

const kinds: Record<PlannedState, TagKind> = {
  held: "success",
  coming: "active",
  open: "scheduled",
  overdue: "warning",
  called_off: "ended",
};
const planKinds: Record<PlanState, TagKind> = { draft: "waiting", issued: "success", replaced: "ended" };

/** A state as word, colour and icon. */
export const stateTag = (state: PlannedState) => ({ kind: kinds[state], label: stateText(state) });
export const planStateTag = (state: PlanState) => ({
  kind: planKinds[state],
  label: planStateWords[state][getLocale()],
});

/** "Kế hoạch năm 2026", or that it amends another. */
export const planTitle = ({ year, isAmendment }: { year: number; isAmendment: boolean }): string =>
  isAmendment ? m.planning_title_amending({ year: String(year) }) : m.planning_title({ year: String(year) });

const roman = ["", "I", "II", "III", "IV"];

/** "Quý II" */
export const quarterText = (quarter: number): string =>
  m.planning_quarter_name({ quarter: roman[quarter] ?? "" });
