import type { Capacity } from "#kernel/actor.ts";
import type { Grant } from "#kernel/permission.ts";
import { byDay, lastFact } from "./by-day.ts";
import type { MatterEvent } from "./matter.ts";
import { moveRows } from "./moves/move-rows.ts";
import { mayAnnulAs } from "./permissions.ts";
import type { Move } from "./status-transitions.ts";

/**
 * The last of the history by its day, then by the order of entry. What is left of a history without its last step is always one
 * that the state table allows.
 */
export function lastStep(events: readonly MatterEvent[]): MatterEvent | null {
  return lastFact(events) ?? null;
}

/** What is told of a step as far as it matters which is the last. */
type Step = Pick<MatterEvent, "act" | "on">;

/**
 * The steps of the work, by day. A hold that has ended tells that the matter was out of sight for a while and changes nothing of its
 * work: whoever could take a step back before it can so after it. One that has not ended stands last, and in the way.
 */
export function stepsOfWork<One extends Step>(events: readonly One[]): One[] {
  const all = byDay(events);
  return all.at(-1)?.act === "release" ? all.filter(({ act }) => act !== "hold" && act !== "release") : all;
}

/** The last step of the work: before a hold that has ended, where that stands last in the history. */
export function lastStepOfWork<One extends Step>(events: readonly One[]): One | null {
  return stepsOfWork(events).at(-1) ?? null;
}

/** A reopening that gave the work to the units that are there now, and the hand-over by which it did: one step, taken back whole. */
export type MovingReopening = { readonly reopening: MatterEvent; readonly moved: MatterEvent };

/** The reopening whose hand-over is the last step of a history; null where the last step is another. */
export function lastMovingReopening(events: readonly MatterEvent[]): MovingReopening | null {
  const [reopening, moved] = stepsOfWork(events).slice(-2);
  if (reopening?.act !== "reopen" || moved?.act !== "hand_over") return null;
  const ofARecord = Boolean(moved.toUnitId ?? moved.symbol);
  return ofARecord || reopening.on !== moved.on ? null : { reopening, moved };
}

/** Who wrote a step down: null where a register brought it. */
export type Recorder = {
  readonly personId: string | null;
  readonly capacity: Capacity | null;
  readonly unitId: string | null;
};

/** A right to annul; `own` where it is about a step of one's own unit only, by its author or by the unit's head. */
export type AnnulmentRight = { readonly grant: Grant; readonly own: boolean };

/**
 * Through which rights a step may be annulled; none at all for what ends in another way. `byLead` tells that a unit
 * which was given the work recorded it, whose own leaders and office then stand for the agency.
 */
export function rightsToAnnul(move: Move, { capacity }: Recorder, byLead: boolean): AnnulmentRight[] {
  const { annulledBy } = moveRows[move];
  if (annulledBy === "nobody") return [];
  if (annulledBy === "reviewer") return [{ grant: mayAnnulAs.reviewer, own: false }];
  const unit = { grant: mayAnnulAs.unit, own: false };
  const agency = [{ grant: mayAnnulAs.agency, own: true }, ...(annulledBy === "the_unit_too" ? [unit] : [])];
  switch (capacity) {
    case "front_chair":
    case "front_officer":
      return [{ grant: mayAnnulAs.front, own: true }];
    case "village_head":
      return [{ grant: mayAnnulAs.village, own: true }];
    case "agency_head":
    case "agency_officer":
      return agency;
    default:
      return byLead ? agency : [unit];
  }
}
