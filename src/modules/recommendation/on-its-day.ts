import { applyEvent } from "./apply-event.ts";
import { byDay } from "./by-day.ts";
import { statusAfter, type Status } from "./status-transitions.ts";
import { receivedState, type MatterEvent, type MatterState } from "./matter.ts";

// A step that is entered late is judged by how the matter stood on its day, and by who had the work then (decision 25).

type Told = { readonly events: readonly MatterEvent[] };

/** The facts up to the end of a day, in their order. */
export function factsBy({ events }: Told, on: string): MatterEvent[] {
  return byDay(events).filter((event) => event.on <= on);
}

/** How a matter stood at the end of a day. */
export function stateOn(matter: Told, on: string): MatterState {
  return factsBy(matter, on).reduce(applyEvent, receivedState);
}

/** Whether a fact of some day, by its kind alone, leaves every later one where it can stand. */
export function fitsAmong({ events }: Told, fact: MatterEvent): boolean {
  let status: Status | null = receivedState.status;
  for (const { act, ruling } of byDay([...events, fact])) {
    status = statusAfter(status, act, ruling ?? null);
    if (status === null) return false;
  }
  return true;
}

/**
 * Whoever led the work at the end of a day, and those to whom it was handed over since, one after the other: they carry it on.
 * Who was given it anew has no part in what was before.
 */
export function leadsOn(matter: Told, on: string): string[] {
  let state = stateOn(matter, on);
  const leads = state.leadId ? [state.leadId] : [];
  if (leads.length === 0) return leads;
  for (const event of byDay(matter.events).filter((later) => later.on > on)) {
    const next = applyEvent(state, event);
    if (next.leadId !== state.leadId) {
      if (event.act !== "hand_over" || !next.leadId) break;
      leads.push(next.leadId);
    }
    state = next;
  }
  return leads;
}
