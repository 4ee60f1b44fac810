import type { DB } from "#db";
import { Problem } from "#kernel/problem.ts";
import { withHeirs } from "#modules/organization/server/index.ts";
import { sql, type Kysely, type Transaction } from "kysely";
import type { ChairCapacity, Form } from "../../conference.ts";
import { conferenceProblems as problems } from "../../problems.ts";

/** What a plan says of a conference that is to be held. */
export type PlannedConference = {
  readonly id: string;
  readonly unitId: string;
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
export async function plannedConference(db: Kysely<DB>, id: string): Promise<PlannedConference | null> {
  const { rows } = await sql<PlannedConference>`
    select k.id, k.unit_id as "unitId", u.code as unit, k.form, k.planned_on as "plannedOn",
      k.chair_capacity as "chairCapacity", k.topic, k.place, p.symbol
    from planned_conference k join plan p on p.id = k.plan_id join unit u on u.id = k.unit_id
    where k.id = ${id} and not p.is_draft`.execute(db);
  return rows[0] ?? null;
}

/** @throws Problem `planned_not_found` unless it was planned for this unit, or for one whose work it carries on */
export async function refuseUnlessPlannedFor(trx: Transaction<DB>, id: string, unitId: string) {
  const planned = await plannedConference(trx, id);
  if (!planned || !(await withHeirs(trx, [planned.unitId])).includes(unitId)) {
    throw new Problem(problems.planned_not_found);
  }
}
