import type { Coordinator, MatterEvent, MatterState } from "./matter.ts";

/** Which part it is, whoever carries it on: that of the agency to which it was first given. */
export function partOf({ unitId, dutyOf }: Pick<Coordinator, "unitId" | "dutyOf">): string {
  return dutyOf ?? unitId;
}

/** The same part with another unit. */
export function withUnit(part: Coordinator, unitId: string): Coordinator {
  const first = partOf(part);
  return { ...part, unitId, dutyOf: first === unitId ? null : first };
}

/** The parts of coordinating agencies that none of them has called done. */
export function openDuties({ coordinators }: Pick<MatterState, "coordinators">): readonly Coordinator[] {
  return coordinators.filter(({ doneOn }) => !doneOn);
}

type Done = Pick<MatterEvent, "coordinatorId" | "dutyOf">;

/** The open part that is called done, if there is one. */
export function dutyCalledDone(
  coordinators: readonly Coordinator[],
  { coordinatorId, dutyOf }: Done,
): Coordinator | undefined {
  const open = openDuties({ coordinators });
  const named = dutyOf ?? coordinatorId;
  return (
    open.find((one) => partOf(one) === named && one.unitId === coordinatorId) ??
    open.find((one) => partOf(one) === named) ??
    (dutyOf ? undefined : open.find(({ unitId }) => unitId === coordinatorId))
  );
}

/** The same parts once one of them is done. */
export function withDutyDone(
  coordinators: readonly Coordinator[],
  event: Done & Pick<MatterEvent, "on">,
): Coordinator[] {
  const done = dutyCalledDone(coordinators, event);
  return coordinators.map((one) => (one === done ? { ...one, doneOn: event.on } : one));
}

/** Parts after a hand-over: each is as done as it was, whoever has it now. */
export function handedOn(before: readonly Coordinator[], after: readonly Coordinator[]): Coordinator[] {
  const doneOn = new Map(before.map((one) => [partOf(one), one.doneOn ?? null]));
  return traced(before, after).map((one) => ({ ...one, doneOn: doneOn.get(partOf(one)) ?? null }));
}

/**
 * The parts that a hand-over names, each known by whose it first was. A register from elsewhere may not tell: there a unit
 * keeps its own, and who is new has that of the only one that is gone.
 */
function traced(before: readonly Coordinator[], after: readonly Coordinator[]): Coordinator[] {
  const known = new Set(before.map(partOf));
  const told = new Set(after.filter(({ dutyOf }) => dutyOf).map(partOf));
  const unsaid = after.filter(({ dutyOf, unitId }) => !dutyOf && !known.has(unitId));
  const here = (unitId: string) => after.some((one) => one.unitId === unitId);
  const gone = before.filter((one) => !here(one.unitId) && !told.has(partOf(one)));
  return after.map((one) => {
    if (one.dutyOf) return one;
    if (unsaid.includes(one)) {
      const kept = before.filter(
        ({ unitId, dutyOf }) => unitId === one.unitId && dutyOf && !told.has(dutyOf),
      );
      const from =
        kept.length === 1 ? kept[0] : unsaid.length === 1 && gone.length === 1 ? gone[0] : undefined;
      return from ? { ...one, dutyOf: partOf(from) === one.unitId ? null : partOf(from) } : one;
    }
    return one;
  });
}

/**
 * The parts as an assignment can give them, each unit once: several of one unit are joined, with their words and the later
 * date. Whoever leads has the whole.
 */
export function onceEachUnit<Part extends Coordinator>(
  parts: readonly Part[],
  leadId: string | null,
): Part[] {
  const joined = new Map<string, Part>();
  for (const part of parts) {
    const { unitId, duty, dueOn } = part;
    if (unitId === leadId) continue;
    const first = joined.get(unitId);
    const words = [first?.duty, duty].filter(Boolean).join("; ");
    const later = [first?.dueOn, dueOn]
      .filter((day) => day != null)
      .toSorted()
      .at(-1);
    joined.set(unitId, first ? { ...first, duty: words || null, dueOn: later ?? null } : part);
  }
  return [...joined.values()];
}
