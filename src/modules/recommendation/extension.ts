import type { MatterState } from "./matter.ts";
import type { Refusal } from "./moves/move-row.ts";

const EXTENSIONS_AT_MOST = 2;

/** The date in force, the original one or that of the last extension granted; a refused request uses none up. */
type Dated = Pick<MatterState, "dueOn" | "extensions">;

export function mayBeExtended({ dueOn, extensions }: Dated): boolean {
  return dueOn !== null && extensions < EXTENSIONS_AT_MOST;
}

/**
 * Why a matter's time cannot be extended to a day, `YYYY-MM-DD`; null where it can. It is for a later date than the present
 * one, and a matter is extended so many times. Nothing here replaces the original date: a grant is a fact added beside it.
 */
export function refusalToExtend({ dueOn, extensions }: Dated, newDue: string | null): Refusal | null {
  if (dueOn === null) return { problem: "nothing_to_extend", field: "due" };
  if (extensions >= EXTENSIONS_AT_MOST)
    return { problem: "too_many_extensions", field: "due", values: { maximum: EXTENSIONS_AT_MOST } };
  if (newDue === null || newDue <= dueOn)
    return { problem: "extension_not_later", field: "due", values: { due: dueOn } };
  return null;
}

/** Why it cannot be asked for on a day; null where it can: besides the above, it is asked for on or before the present date. */
export function refusalToAsk(state: Dated, newDue: string, today: string): Refusal | null {
  if (mayBeExtended(state) && today > state.dueOn!)
    return { problem: "extension_asked_late", values: { due: state.dueOn! } };
  return refusalToExtend(state, newDue);
}
