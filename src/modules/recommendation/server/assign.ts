import { dayInput, optionalDay, optionalText, unitCodeInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { isAbove, unitThereOn, withHeirs } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import { z } from "zod";
import { recommendationProblems as problems } from "../problems.ts";
import { moveAct } from "./move-act.ts";

const coordinatorInput = z.union([
  unitCodeInput.transform((unit) => ({ unit, duty: undefined, due: undefined })),
  z.strictObject({ unit: unitCodeInput, duty: optionalText(500), due: optionalDay }),
]);

/** One lead and several coordinating agencies, each with its duty and its date. */
export const assign = moveAct({
  move: "assign",
  fields: {
    lead: unitCodeInput,
    due: dayInput,
    coordinators: z.array(coordinatorInput).max(20).default([]),
    symbol: optionalText(60),
    text: optionalText(20_000),
  },
  async facts({ trx, input, place, on }) {
    if (input.due < on) {
      throw new Problem(problems.due_before_assignment, { field: "due", values: { due: input.due, on } });
    }
    if (input.coordinators.some(({ unit }) => unit === input.lead)) {
      throw new Problem(problems.lead_also_coordinates, { field: "coordinators" });
    }
    const lead = await unitThereOn(trx, input.lead, on, "lead");
    if (lead.kind === "village" || !(await worksFor(trx, place.unitId, lead.id, on))) {
      throw new Problem(problems.lead_elsewhere, { field: "lead" });
    }
    const coordinators = [];
    for (const { unit, duty, due } of input.coordinators) {
      const { id } = await unitThereOn(trx, unit, on, "coordinators");
      coordinators.push({ unitId: id, duty, dueOn: due ?? input.due });
    }
    return { leadId: lead.id, coordinators, dueOn: input.due, symbol: input.symbol, text: input.text };
  },
});

/** Whether a unit is the one that holds the matter, or carries its work on, or lies below. */
async function worksFor(
  trx: Transaction<DB>,
  holderId: string,
  unitId: string,
  on: string,
): Promise<boolean> {
  for (const keeper of await withHeirs(trx, [holderId])) {
    if (keeper === unitId || (await isAbove(trx, keeper, unitId, on))) return true;
  }
  return false;
}
