import type { Capacity } from "#kernel/actor.ts";
import { quarterDue } from "#modules/planning/server/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import type { PlanDetails } from "../notification.ts";
import { quartersSpokenOf } from "../plan-reminder.ts";
import type { Telling } from "./notify.ts";
import type { PeopleOf } from "./people.store.ts";
import { tellOnce } from "./tell-once.ts";

/** The office that prepares conferences, and those who chair them. */
const told: readonly Capacity[] = ["office_secretary", "chairperson", "party_secretary"];

/**
 * Reminds those who are to hold what a plan foresees, before its quarter ends and when it has ended; answers how many
 * words were given. Each quarter, kind of word and person only once, also where the plan was amended meanwhile.
 */
export async function remindOfPlans(
  db: Kysely<DB>,
  today: string,
  peopleOf: PeopleOf,
  telling: Telling,
): Promise<number> {
  let given = 0;
  for (const { year, quarter, kind } of quartersSpokenOf(today)) {
    for (const due of await quarterDue(db, { year, quarter }, today)) {
      const missing = kind === "quarter_over" ? due.notHeld : due.notPrepared;
      const people = missing > 0 ? await peopleOf(due.unitId, told) : [];
      const { planId, unit, unitName } = due;
      const details: PlanDetails = {
        plan: planId,
        unit,
        unitName,
        year,
        quarter,
        quarterReminder: kind,
        missing,
      };
      const source = `plan ${due.unitId} ${year} ${quarter} ${kind}`;
      given += await tellOnce(db, people, { kind: "reminder", planId, details, source }, telling);
    }
  }
  return given;
}
