import type { Place } from "#platform/server/act/act.ts";
import type { Arrangement } from "./arrangement.ts";

/** Where a hand-over takes place: at the unit, or for a part of another at that one; the heirs of an ended one stand in. */
export function handOverPlace({ unit, homeId }: Arrangement): Place & { readonly unitId: string } {
  return { unitId: homeId, subjectId: unit.id };
}
