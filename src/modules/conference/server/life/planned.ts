import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { unitsByCode, withHeirs } from "#modules/organization/server/index.ts";
import { toldOfUnits } from "#modules/recommendation/server/index.ts";
import { sql, type Kysely, type Transaction } from "kysely";
import type { ChairCapacity, Form } from "../../conference.ts";
import { conferenceProblems as problems } from "../../problems.ts";

/** What a plan says of a conference that is to be held. */
export type PlannedConference = {
  readonly id: string;
  readonly unitId: string;
  /** The unit whose plan it is. */
  readonly plannedBy: string;
  readonly unit: string;
  readonly form: Form;
  readonly plannedOn: string | null;
  readonly chairCapacity: ChairCapacity | null;
  readonly topic: string | null;
  readonly place: string | null;
  /** `101-KH/ĐU`, once it is numbered. */
  readonly symbol: string | null;
};

/** A conference of a plan that was issued; null where there is none. Whose it is, the caller judges. */
async function plannedConference(db: Kysely<DB>, id: string): Promise<PlannedConference | null> {
  const { rows } = await sql<PlannedConference>`
    select k.id, k.unit_id as "unitId", p.unit_id as "plannedBy", u.code as unit, k.form, k.planned_on as "plannedOn",
      k.chair_capacity as "chairCapacity", k.topic, k.place, p.symbol
    from planned_conference k join plan p on p.id = k.plan_id join unit u on u.id = k.unit_id
    where k.id = ${id} and not p.is_draft`.execute(db);
  return rows[0] ?? null;
}

/**
 * The same for whoever prepares it, in words that they may read; null also where it was planned for none of the units whose
 * conferences they keep, nor for one that these carry on.
 */
export async function plannedToPrepare(
  db: Kysely<DB>,
  actor: Actor,
  id: string,
  { units, today }: { readonly units: readonly string[]; readonly today: string },
): Promise<PlannedConference | null> {
  const planned = await plannedConference(db, id);
  if (!planned) return null;
  const kept = [...(await unitsByCode(db, units)).values()].map((unit) => unit.id);
  const heirs = await withHeirs(db, [planned.unitId]);
  if (!heirs.some((heir) => kept.includes(heir))) return null;
  const { topic, place, plannedBy } = planned;
  const written = { units: [planned.unitId, plannedBy], texts: [topic, place] };
  const told = await toldOfUnits(db, actor, written, today);
  return { ...planned, topic: told(topic), place: told(place) };
}

/** @throws Problem `planned_not_found` unless it was planned for this unit, or for one whose work it carries on */
export async function refuseUnlessPlannedFor(trx: Transaction<DB>, id: string, unitId: string) {
  const planned = await plannedConference(trx, id);
  if (!planned || !(await withHeirs(trx, [planned.unitId])).includes(unitId)) {
    throw new Problem(problems.planned_not_found);
  }
}
