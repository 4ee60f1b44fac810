import type { DB } from "#db";
import { refuseAllTogether, refuseAny } from "#kernel/all-faults.ts";
import { Problem } from "#kernel/problem.ts";
import { unitThereOn, workingFor } from "#modules/organization/server/index.ts";
import type { Transaction } from "kysely";
import type { MatterEvent } from "../../matter.ts";
import { moreTimeFault } from "../../more-time.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import type { Recording } from "../matter/event.store.ts";
import { keeperBy } from "./move-act.ts";
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

type Unit = Awaited<ReturnType<typeof unitThereOn>>;
type Chosen = {
  readonly lead: string;
  readonly there: ReadonlyMap<string, Unit>;
  readonly on: string;
};

/**
 * Of those that are there, each works for the unit of the matter. Whoever heads a village may not know of another's matter, and
 * so would have a part in what they cannot open.
 */
async function refuseElsewhere(
  trx: Transaction<DB>,
  matter: Matter,
  { lead, there, on }: Chosen,
): Promise<void> {
  const ids = [...there.values()].map(({ id }) => id);
  const working = await workingFor(trx, keeperBy(matter, on), ids, on);
  const foreign = [...there].filter(([, { id, kind }]) => kind === "village" || !working.has(id));
  const faults = foreign.map(([code]) =>
    code === lead
      ? new Problem(problems.lead_elsewhere, { field: "lead" })
      : new Problem(problems.coordinator_elsewhere, { field: "coordinators", values: { code } }),
  );
  refuseAny(faults);
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
  const there = new Map<string, Unit>();
  await refuseAllTogether(
    () => refuseDays({ act: "assign", on, dueOn: due }),
    async () => there.set(leadCode, await unitThereOn(trx, leadCode, on, "lead")),
    ...coordinators.map(({ unit }) => async () => {
      if (unit === leadCode) throw new Problem(problems.lead_also_coordinates, { field: "coordinators" });
      there.set(unit, await unitThereOn(trx, unit, on, "coordinators"));
    }),
    () => refuseElsewhere(trx, matter, { lead: leadCode, there, on }),
  );
  const idOf = (code: string) => there.get(code)!.id;
  const helpers = coordinators.map(({ unit, duty, due: own }) => ({
    unitId: idOf(unit),
    duty,
    dueOn: own ?? due,
  }));
  const facts = { leadId: idOf(leadCode), coordinators: helpers, dueOn: due, symbol, text };
  const longer = moreTimeFault(matter.events, { act: "assign", on, ...facts });
  if (longer) throw longer;
  return facts;
}
