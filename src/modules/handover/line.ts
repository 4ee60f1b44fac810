import { withUnit } from "#modules/recommendation/duties.ts";
import type { MatterEvent, MatterState } from "#modules/recommendation/matter.ts";

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

/**
 * The fact in the matter's own history: the other unit in the place of the one, and the date as it was. Each part goes on as
 * it is, also beside one that the other has, and where that one leads.
 */
export function handOverFact(
  { from, to, on, symbol }: HandOver,
  part: Part,
  state: MatterState,
): MatterEvent {
  return {
    act: "hand_over",
    on,
    toUnitId: part.isOwner ? to : null,
    leadId: part.isLead ? to : state.leadId,
    coordinators: state.coordinators.map((one) => (one.unitId === from ? withUnit(one, to) : one)),
    dueOn: state.dueOn,
    symbol: symbol ?? null,
  };
}
