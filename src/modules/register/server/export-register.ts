import type { DB } from "#db";
import type { Kysely } from "kysely";
import { isOutOfSight } from "#modules/recommendation/matter.ts";
import { unitByCode } from "#modules/organization/server/index.ts";
import { REGISTER_FORMAT, type RegisterFileInput } from "../register-file.ts";
import {
  exportBallots,
  exportConferences,
  exportPlans,
  exportReturns,
  exportTurns,
} from "./export-dialogue.ts";
import { exportMatters } from "./export-matters.ts";
import { exportSuccessions, exportUnits } from "./export-units.ts";

/** Whether the words of what only a reviewer may see go out too. */
export type ExportedWords = "all" | "in sight";

/**
 * Everything of a unit and of those below it, as a register file that goes in again and gives the same figures.
 * Read it inside one REPEATABLE READ transaction.
 * @throws Problem `organization.unit_not_found`
 */
export async function exportRegister(
  db: Kysely<DB>,
  unitCode: string,
  words: ExportedWords,
): Promise<RegisterFileInput> {
  const unit = await unitByCode(db, unitCode);
  const below = await db
    .selectFrom("unit_ancestry")
    .select("descendant_id")
    .distinct()
    .where("ancestor_id", "=", unit.id)
    .execute();
  const unitIds = below.map(({ descendant_id }) => descendant_id);
  const { recommendations, unitsNamed } = await exportMatters(db, unitIds, words);
  const hidden = new Set(
    words === "all" ? [] : recommendations.filter(isStub).flatMap(({ turn }) => turn ?? []),
  );
  const plans = await exportPlans(db, unitIds);
  return {
    format: REGISTER_FORMAT,
    units: await exportUnits(db, unitIds, [...unitsNamed, ...plans.unitsNamed]),
    successions: await exportSuccessions(db, unitIds),
    plans: plans.plans,
    conferences: await exportConferences(db, unitIds),
    turns: (await exportTurns(db, unitIds)).map((turn) =>
      hidden.has(turn.ref) ? { ...turn, speaker: undefined } : turn,
    ),
    recommendations,
    ballots: await exportBallots(db, unitIds),
    returns: await exportReturns(db, unitIds),
  };
}

type FileMatter = NonNullable<RegisterFileInput["recommendations"]>[number];

/** Who spoke when a matter came up that is out of sight is not named either. */
function isStub({ kind, events }: FileMatter): boolean {
  return isOutOfSight(kind ?? "recommendation", events ?? []);
}
