import { isOpen, type MatterState, type ReportClass } from "./matter.ts";

export type Lost = "merge_draft_waits" | "merge_time_asked" | "merge_leaves_lead" | "merge_gains_time";

type Standing = Pick<
  MatterState,
  "class" | "dueOn" | "leadId" | "coordinators" | "assignmentActive" | "extensionAsked" | "draft"
>;

/**
 * What of the work on a matter would be lost, were it to go on in another that is open; null where nothing would. Nobody gains
 * time by a merge: what is owed by a day is owed by then in the other as well. Whoever leads has the other as well, to lead or to
 * help; and what waits for an answer to itself, a request for more time or a draft, has it first.
 */
export function lostByMerging(matter: Standing, into: Standing): Lost | null {
  if (!isOpen(into.class) || !inWork.has(matter.class)) return null;
  const asked = askedOf(matter);
  if (asked) return asked;
  if (matter.assignmentActive && !has(into, matter.leadId)) return "merge_leaves_lead";
  return owedBy(matter) < dateGiven(into) ? "merge_gains_time" : null;
}

/** What somebody has laid before the leaders, to be decided on: with the matter it would leave their desk undecided. */
export function askedOf({
  extensionAsked,
  draft,
}: Pick<MatterState, "extensionAsked" | "draft">): Lost | null {
  if (extensionAsked) return "merge_time_asked";
  // One that was sent back was decided on: it waits for nobody but its writer, who has the other as well.
  return draft === "drafted" || draft === "approved" ? "merge_draft_waits" : null;
}

const inWork: ReadonlySet<ReportClass> = new Set(["in_hand", "scheduled", "blocked"]);
const never = "9999-12-31";

function has({ leadId, coordinators }: Standing, agency: string | null): boolean {
  return agency === null || leadId === agency || coordinators.some(({ unitId }) => unitId === agency);
}

const owedBy = (state: Standing) => (state.class === "in_hand" ? (state.dueOn ?? never) : never);

/** What is scheduled, hindered or waits above has its own days, told as such. */
function dateGiven(state: Standing): string {
  if (state.class === "in_hand") return state.dueOn ?? never;
  return state.class === "awaiting_ruling" ? never : "";
}
