import { applyEvent, inOrder } from "./apply-event.ts";
import { isOpen, receivedState, type MatterEvent, type MatterState, type ReportClass } from "./matter.ts";
import type { Status } from "./status-transitions.ts";

export const FOREVER = "infinity";

/** A stretch of days in one state. On day d: `enteredOn <= d < leftOn`; equal days hold no day but keep the move. */
export type StatePeriod = {
  readonly ordinal: number;
  readonly status: Status;
  readonly class: ReportClass;
  readonly isOpen: boolean;
  /** Whether the matter was open before it came into this state; null for the first. */
  readonly wasOpen: boolean | null;
  readonly leadId: string | null;
  readonly dueOn: string | null;
  readonly originalDueOn: string | null;
  readonly answeredOn: string | null;
  readonly enteredOn: string;
  readonly leftOn: string;
};

/**
 * The whole history of a matter as periods, the last one without an end.
 * @throws Problem where the events do not make a legal history.
 */
export function statePeriods(receivedOn: string, events: readonly MatterEvent[]): StatePeriod[] {
  const periods = [periodFrom(receivedState, receivedOn, 0, null)];
  let state = receivedState;
  for (const event of inOrder(receivedOn, events)) {
    state = applyEvent(state, event);
    const last = periods.at(-1)!;
    const next = periodFrom(state, event.on, periods.length, last.isOpen);
    if (sameState(last, next)) continue;
    periods[periods.length - 1] = { ...last, leftOn: event.on };
    periods.push(next);
  }
  return periods;
}

function periodFrom(
  state: MatterState,
  enteredOn: string,
  ordinal: number,
  wasOpen: boolean | null,
): StatePeriod {
  const { status, leadId, dueOn, originalDueOn, answeredOn } = state;
  return {
    ordinal,
    status,
    class: state.class,
    isOpen: isOpen(state.class),
    wasOpen,
    leadId,
    dueOn,
    originalDueOn,
    answeredOn,
    enteredOn,
    leftOn: FOREVER,
  };
}

const comparedParts = ["status", "class", "leadId", "dueOn", "originalDueOn", "answeredOn"] as const;

function sameState(a: StatePeriod, b: StatePeriod): boolean {
  return comparedParts.every((part) => a[part] === b[part]);
}
