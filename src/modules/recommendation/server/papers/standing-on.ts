import type { DB } from "#db";
import { unitNameOn } from "#modules/organization/server/index.ts";
import type { Kysely } from "kysely";
import { stateAfter } from "../../apply-event.ts";
import { isOutOfSight } from "../../matter.ts";
import { coordinatorLines } from "../matter/matter-coordinators.ts";
import type { MatterReading } from "../matter/find-matter.ts";
import { matterById } from "../matter/recommendation.store.ts";

/**
 * A matter as it stood at the end of a day: the facts of later days are not there, whoever leads and helps is who did then and
 * is called as on that day.
 */
export async function standingOn(db: Kysely<DB>, matter: MatterReading, day: string): Promise<MatterReading> {
  const { events, kind } = await matterById(db, matter.id);
  const known = events.filter(({ on }) => on <= day);
  const state = stateAfter(matter.receivedOn, known);
  const hidden = isOutOfSight(kind, known) ? "held" : null;
  return {
    ...matter,
    state,
    hiddenFromOthers: matter.hiddenFromOthers ?? hidden,
    events: matter.events.filter(({ on }) => on <= day),
    lead: state.leadId ? await calledOn(db, state.leadId, day) : null,
    coordinators: await coordinatorLines(db, state.coordinators, day),
  };
}

async function calledOn(db: Kysely<DB>, unitId: string, day: string) {
  const { code } = await db
    .selectFrom("unit")
    .select("code")
    .where("id", "=", unitId)
    .executeTakeFirstOrThrow();
  return { code, name: await unitNameOn(db, unitId, day) };
}
