import type { Coordinator, MatterEvent, MatterState } from "./matter.ts";

/** The parts of coordinating agencies that none of them has called done. */
export function openDuties({ coordinators }: Pick<MatterState, "coordinators">): readonly Coordinator[] {
  return coordinators.filter(({ doneOn }) => !doneOn);
}

/** The same agencies once one of them has done its part. */
export function withDutyDone(
  coordinators: readonly Coordinator[],
  { coordinatorId, on }: Pick<MatterEvent, "coordinatorId" | "on">,
): Coordinator[] {
  return coordinators.map((one) => (one.unitId === coordinatorId ? { ...one, doneOn: on } : one));
}

/** Agencies after a hand-over: a part that was done stays done, also where another unit now stands for the one that did it. */
export function handedOn(before: readonly Coordinator[], after: readonly Coordinator[]): Coordinator[] {
  const gone = before.filter(({ unitId }) => after.every((one) => one.unitId !== unitId));
  const doneOn = (unitId: string) =>
    before.find((one) => one.unitId === unitId) ?? (gone.length === 1 ? gone[0] : undefined);
  return after.map((one) => ({ ...one, doneOn: doneOn(one.unitId)?.doneOn ?? null }));
}
