import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { sql, type Kysely } from "kysely";
import {
  anyUnit,
  liesBelow,
  readScope,
  unitByCode,
  withPredecessors,
} from "#modules/organization/server/index.ts";
import { namesWithheldOfConference } from "#modules/recommendation/server/index.ts";
import { REGISTER_FORMAT, type RegisterFileInput } from "../register-file.ts";
import {
  exportBallots,
  exportConferences,
  exportPlans,
  exportReturns,
  exportTurns,
} from "./export-dialogue.ts";
import type { RecordsHere } from "./any-of.ts";
import { exportMatters } from "./export-matters.ts";
import { exportSuccessions, exportUnits } from "./export-units.ts";

/**
 * Everything of a unit, of those below it and of those whose work it carries on, as a register file that goes in
 * again and gives the same figures. Of a unit that moved away that is what came before; of one that lies there now, all.
 * What lies outside is named where a figure needs it, and otherwise left out. The product itself takes out everything;
 * an office what its pages show: a stub of what is out of sight, and of a unit below no name that is known there alone.
 * Read it inside one REPEATABLE READ transaction.
 * @throws Problem `organization.unit_not_found`
 */
export async function exportRegister(
  db: Kysely<DB>,
  unitCode: string,
  reader: Actor,
  today: string,
): Promise<RegisterFileInput> {
  const scope = await readScope(db, reader);
  const unit = await unitByCode(db, unitCode);
  const tops = await withPredecessors(db, [unit.id]);
  const here = recordsOf(tops, today);
  const below = await db
    .selectFrom("unit_ancestry")
    .select("descendant_id")
    .distinct()
    .where("ancestor_id", "in", tops)
    .execute();
  const unitIds = below.map(({ descendant_id }) => descendant_id);
  const { recommendations, unitsNamed, hiddenTurns } = await exportMatters(db, here, scope, today);
  const plans = await exportPlans(db, here);
  const conferences = (
    await exportConferences(db, here, namesWithheldOfConference(scope, today))
  ).conferences.map((one) => withPlanIn(one, plans.plans));
  const turns = await exportTurns(db, here, scope);
  const names = namesOf(conferences, turns, recommendations);
  return {
    format: REGISTER_FORMAT,
    units: await exportUnits(db, unitIds, [...unitsNamed, ...plans.unitsNamed]),
    successions: await exportSuccessions(db, unitIds),
    plans: plans.plans,
    conferences,
    turns: turns.map((turn) => (hiddenTurns.has(turn.ref) ? withoutSpeaker(turn) : turn)),
    recommendations: recommendations.map((one) => withinFile(one, names)),
    ballots: await exportBallots(db, here),
    returns: await exportReturns(db, here),
  };
}

/** Whether the records of a unit on a day go out with those of `tops`. */
function recordsOf(tops: readonly string[], today: string): RecordsHere {
  return (unit, on) => liesBelow({ unit: sql.ref(unit), above: anyUnit(tops), on, today });
}

type FileConference = NonNullable<RegisterFileInput["conferences"]>[number];

/** A conference keeps the plan it came from where that plan goes out too. */
function withPlanIn(conference: FileConference, plans: readonly { ref: string }[]): FileConference {
  return plans.some(({ ref }) => ref === conference.plan) ? conference : { ...conference, plan: undefined };
}

type FileMatter = NonNullable<RegisterFileInput["recommendations"]>[number];

/** Who spoke when a matter came up that is out of sight is not named either, nor from which village. */
function withoutSpeaker<T extends { speaker?: unknown; village?: unknown }>(turn: T): T {
  return { ...turn, speaker: undefined, village: undefined };
}

/** What a matter points to outside the file: left out, or for a merge said to lie elsewhere. */
function withinFile(matter: FileMatter, names: FileNames): FileMatter {
  const { conference, turn, forwarded_from } = matter;
  return {
    ...matter,
    conference: conference && names.conferences.has(conference) ? conference : undefined,
    turn: turn && names.turns.has(turn) ? turn : undefined,
    forwarded_from: forwarded_from && names.matters.has(forwarded_from) ? forwarded_from : undefined,
    events: matter.events?.flatMap((event): NonNullable<FileMatter["events"]> => {
      if (event.act === "confirm") return spokenInFile(event, names.matters);
      if (event.act !== "merge" || !event.into || names.matters.has(event.into)) return [event];
      return [{ on: event.on, act: event.act, into_elsewhere: event.into }];
    }),
  };
}

/** A word with whose it is, as far as the file has the matters whose people spoke; of nobody in it, no word of this matter's people. */
function spokenInFile<Word extends { raised_in?: string[] | null | undefined }>(
  word: Word,
  matters: ReadonlySet<string>,
): Word[] {
  if (!word.raised_in) return [word];
  const told = word.raised_in.filter((ref) => matters.has(ref));
  return told.length > 0 ? [{ ...word, raised_in: told }] : [];
}

type FileNames = Record<"conferences" | "turns" | "matters", ReadonlySet<string>>;
type Named = readonly { readonly ref: string }[];

function namesOf(conferences: Named, turns: Named, matters: Named): FileNames {
  const refs = (list: Named) => new Set(list.map(({ ref }) => ref));
  return { conferences: refs(conferences), turns: refs(turns), matters: refs(matters) };
}
