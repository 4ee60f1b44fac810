import { lastFact } from "./by-day.ts";
import type { MatterEvent, MatterState } from "./matter.ts";
import type { Status } from "./status-transitions.ts";

/** Letters that the office of the unit writes about a matter. */
export const letterKinds = ["assignment_letter", "reminder_letter", "reply_letter", "upward_letter"] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Every paper about one matter; the slip belongs to the reviewer alone. */
export const matterPaperKinds = [...letterKinds, "transfer_slip"] as const;
export type MatterPaperKind = (typeof matterPaperKinds)[number];

const working: ReadonlySet<Status> = new Set(["in_hand", "scheduled", "blocked"]);

type Told = Pick<MatterState, "status" | "class" | "assignmentActive">;

/** What can be written about a matter as it stands: no reply before an answer, no reminder of what is not owed. */
export function papersAbout(
  { status, class: reportClass, assignmentActive }: Told,
  events: readonly Pick<MatterEvent, "act" | "on" | "text">[],
): MatterPaperKind[] {
  if (status === "routed_out") return ["transfer_slip"];
  if (status === "passed_up") return ["upward_letter"];
  if (status === "answered" || status === "closed") return lastAnswer(events)?.text ? ["reply_letter"] : [];
  if (!assignmentActive || !working.has(status)) return [];
  return reportClass === "in_hand" ? ["assignment_letter", "reminder_letter"] : ["assignment_letter"];
}

/** The answer that stands: the last one issued here or come down from above. */
export function lastAnswer<Event extends Pick<MatterEvent, "act" | "on">>(
  events: readonly Event[],
): Event | undefined {
  return lastFact(events, ({ act }) => act === "answer" || act === "reply_from_above");
}

/** The sides that write about single matters. */
export const paperSides = ["government", "party"] as const;
export type PaperSide = (typeof paperSides)[number];
