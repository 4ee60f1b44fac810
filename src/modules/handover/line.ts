import type { Coordinator, MatterEvent, MatterState } from "#modules/recommendation/matter.ts";

/** In what the unit that hands over has to do with a matter. */
export type Part = { readonly isOwner: boolean; readonly isLead: boolean; readonly isCoordinator: boolean };

/** What a unit still has in hand of a matter that stands so; null where it has nothing. */
export function partIn(unitId: string, keeperId: string, state: MatterState): Part | null {
  const part = {
    isOwner: keeperId === unitId,
    isLead: state.leadId === unitId,
    isCoordinator: state.coordinators.some((one) => one.unitId === unitId),
  };
  return part.isOwner || part.isLead || part.isCoordinator ? part : null;
}

type HandOver = {
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly symbol?: string | null;
};

/** The fact in the matter's own history: the other unit in the place of the one, and the date as it was. */
export function handOverFact(
  { from, to, on, symbol }: HandOver,
  part: Part,
  state: MatterState,
): MatterEvent {
  const leadId = part.isLead ? to : state.leadId;
  return {
    act: "hand_over",
    on,
    toUnitId: part.isOwner ? to : null,
    leadId,
    coordinators: replaced(state.coordinators, from, to).filter(({ unitId }) => unitId !== leadId),
    dueOn: state.dueOn,
    symbol: symbol ?? null,
  };
}

/** A unit that already coordinates takes no second place. */
function replaced(coordinators: readonly Coordinator[], from: string, to: string): Coordinator[] {
  const moved = coordinators.map((one) => (one.unitId === from ? { ...one, unitId: to } : one));
  return moved.filter(({ unitId }, index) => moved.findIndex((one) => one.unitId === unitId) === index);
}
