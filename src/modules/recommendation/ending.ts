import { lastFact } from "./by-day.ts";
import { isOpen, type MatterEvent, type MatterState } from "./matter.ts";
import { moveRows } from "./moves/move-rows.ts";

type Told = {
  readonly events: readonly MatterEvent[];
  readonly state: Pick<MatterState, "class">;
};

/** The step by which a matter was answered or noted, and still is; null while it is open. */
export function endingOf({ events, state }: Told): MatterEvent | null {
  if (isOpen(state.class)) return null;
  return lastFact(events, ({ act }) => moveRows[act].lastWord === "answer") ?? null;
}
