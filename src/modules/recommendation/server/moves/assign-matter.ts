import type { DB } from "#db";
import { Problem } from "#kernel/problem.ts";
import { unitThereOn, workingFor } from "#modules/organization/server/index.ts";
import type { Transaction } from "kysely";
import type { MatterEvent } from "../../matter.ts";
import { moreTimeFault } from "../../more-time.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import type { Recording } from "../matter/event.store.ts";
import { keeperOf } from "./move-act.ts";
import { recordEvent } from "./record-event.ts";
import type { Matter } from "../matter/recommendation.store.ts";
import { refuseDays } from "./refuse-days.ts";

/** Who is to do what until when; units by their codes, days `YYYY-MM-DD`. */
export type Assignment = {
  readonly lead: string;
  readonly due: string;
  readonly coordinators: readonly {
    readonly unit: string;
    readonly duty?: string | undefined;
    readonly due?: string | undefined;
  }[];
  readonly symbol?: string | undefined;
  readonly text?: string | undefined;
};

/**
 * Assigns a locked matter on a day, as the act `recommendation.assign` does, for acts that assign many at once.
 * @throws Problem where the matter or the units do not allow it; nothing is written then
 */
export async function assignMatter(
  trx: Transaction<DB>,
  matter: Matter,
  assignment: Assignment,
  by: Recording & { readonly today: string; readonly on: string },
): Promise<Matter> {
  if (matter.state.held) throw new Problem(problems.held_for_review);
  const facts = await assignmentFacts(trx, matter, assignment, by.on);
  return recordEvent(trx, matter, { act: "assign", on: by.on, ...facts }, by);
}

/**
 * An assignment as facts of the move.
 * @throws Problem `due_before_assignment`, `longer_by_extension`, `lead_also_coordinates`, `lead_elsewhere`, `coordinator_elsewhere`, and where a unit is not there
 */
export async function assignmentFacts(
  trx: Transaction<DB>,
  matter: Matter,
  { lead: leadCode, due, coordinators, symbol, text }: Assignment,
  on: string,
): Promise<Partial<MatterEvent>> {
  refuseDays({ act: "assign", on, dueOn: due });
  if (coordinators.some(({ unit }) => unit === leadCode)) {
    throw new Problem(problems.lead_also_coordinates, { field: "coordinators" });
  }
  const lead = await unitThereOn(trx, leadCode, on, "lead");
  const helping = [];
  for (const { unit, duty, due: own } of coordinators) {
    const { id, kind } = await unitThereOn(trx, unit, on, "coordinators");
    helping.push({ unitId: id, kind, code: unit, duty, dueOn: own ?? due });
  }
  const ids = [lead.id, ...helping.map(({ unitId }) => unitId)];
  const working = await workingFor(trx, keeperOf(matter), ids, on);
  if (lead.kind === "village" || !working.has(lead.id))
    throw new Problem(problems.lead_elsewhere, { field: "lead" });
  // Whoever heads a village may not know of another's matter, and so would have a part in what they cannot open.
  const foreign = helping.find(({ unitId, kind }) => kind === "village" || !working.has(unitId));
  if (foreign)
    throw new Problem(problems.coordinator_elsewhere, {
      field: "coordinators",
      values: { code: foreign.code },
    });
  const helpers = helping.map(({ unitId, duty, dueOn }) => ({ unitId, duty, dueOn }));
  const facts = { leadId: lead.id, coordinators: helpers, dueOn: due, symbol, text };
  const longer = moreTimeFault(matter.events, { act: "assign", on, ...facts });
  if (longer) throw longer;
  return facts;
}
