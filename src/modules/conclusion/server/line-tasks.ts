import type { DB } from "#db";
import { Problem, type FieldFault } from "#kernel/problem.ts";
import { unitLines } from "#modules/organization/server/index.ts";
import {
  matterById,
  matterForChangeById,
  type Assignment,
  type Matter,
} from "#modules/recommendation/server/index.ts";
import type { Transaction } from "kysely";
import type { NoticeLine } from "../conclusion.ts";
import { lineChanges, type LineChange } from "../line-changes.ts";
import { conclusionProblems as problems } from "../problems.ts";
import { linesInSight, linesOf, lineRowsOf, type LineRow } from "./line.store.ts";
import type { Units } from "./line-faults.ts";
import { goesOnOn, lineGoingOn, type GoesOn } from "./merged-lines.ts";
import { lastIssued, type NoticeRow } from "./notice.store.ts";

/** A line of a draft with its matter as it stands; the matter is null where it is no longer on the register. */
export type Task = {
  readonly change: LineChange & { readonly after: NoticeLine };
  readonly matter: Matter | null;
  /** Where it goes on, of a matter that was merged by the day: its line says so and gives no work. */
  readonly goesOn: GoesOn | null;
};

export type Tasks = {
  readonly tasks: readonly Task[];
  readonly changes: readonly LineChange[];
  readonly units: Units;
  /** The edition in force, which this one amends. */
  readonly amends: NoticeRow | undefined;
};

/**
 * The lines of a draft on a day, with everything needed to judge them; matters are locked where that is asked.
 * @param about the code of the one matter whose line is asked for; otherwise all
 */
export async function tasksOf(
  trx: Transaction<DB>,
  notice: NoticeRow,
  on: string,
  locked: boolean,
  about?: string,
): Promise<Tasks> {
  const allRows = await lineRowsOf(trx, notice.id);
  const allLines = await linesOf(trx, notice.id, on);
  const asked = (index: number) => about === undefined || allLines[index]?.matter === about;
  const rows = allRows.filter((_, index) => asked(index));
  const written = allLines.filter((_, index) => asked(index));
  const amends = await lastIssued(trx, notice.conference_id);
  const before = amends ? await linesInSight(trx, amends.id, on) : [];
  const matters = await mattersOf(trx, rows, locked);
  const goesOn = new Map<string, GoesOn | null>();
  for (const [id, matter] of matters) goesOn.set(id, await goesOnOn(trx, matter, on));
  const standing = [...matters.values(), ...[...goesOn.values()].filter((one) => one !== null)];
  const units = await unitLines(trx, unitIdsOf(rows, standing), on);
  const lines = written.map((line, index) =>
    lineGoingOn(line, goesOn.get(rows[index]!.matterId) ?? null, units, allLines),
  );
  const changes = lineChanges(before, lines);
  const tasks = lines.map((line, index) => ({
    change: { ...changes[index]!, after: line },
    matter: matters.get(rows[index]!.matterId) ?? null,
    goesOn: goesOn.get(rows[index]!.matterId) ?? null,
  }));
  return { tasks, changes, units, amends };
}

/** In the order of their ids, as all who lock many do. */
async function mattersOf(trx: Transaction<DB>, rows: readonly LineRow[], locked: boolean) {
  const matters = new Map<string, Matter>();
  for (const id of rows.map(({ matterId }) => matterId).toSorted()) {
    try {
      matters.set(id, await (locked ? matterForChangeById(trx, id) : matterById(trx, id)));
    } catch (error) {
      // Withdrawn from the register: the line says so among the faults.
      if (!(error instanceof Problem)) throw error;
    }
  }
  return matters;
}

function unitIdsOf(rows: readonly LineRow[], matters: readonly Pick<Matter, "state">[]): string[] {
  const ids = [
    ...rows.flatMap(({ leadId, coordinators }) => [leadId, ...coordinators.map(({ unitId }) => unitId)]),
    ...matters.flatMap(({ state }) => [state.leadId, ...state.coordinators.map(({ unitId }) => unitId)]),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}

/** Why nothing of a draft would bind on whatever day: it has no line, or says what the notice in force says. */
export function nothingToIssue(
  { opening, closing }: NoticeRow,
  { tasks, changes, amends }: Tasks,
): "empty" | "nothing_changed" | null {
  if (tasks.length === 0) return "empty";
  const worded = opening === amends?.opening && closing === amends?.closing;
  return amends && worded && changes.every(({ kind }) => kind === "same") ? "nothing_changed" : null;
}

/** A line as an assignment; it must have a lead and a date. */
export function assignmentOf(line: NoticeLine, symbol?: string): Assignment {
  return {
    lead: line.lead!,
    due: line.dueOn!,
    symbol,
    text: line.task,
    coordinators: line.coordinators.map(({ unit, duty, dueOn }) => ({
      unit,
      duty: duty ?? undefined,
      due: dueOn ?? undefined,
    })),
  };
}

/** Runs something for each line; every line that refuses is named. */
export async function faultsOfTasks(
  tasks: readonly Task[],
  each: (task: Task) => Promise<void>,
): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  for (const task of tasks) {
    try {
      await each(task);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { position, matter } = task.change.after;
      faults.push({
        field: `lines.${position}`,
        vi: `Dòng ${position} (${matter}): ${error.vi}`,
        en: `Line ${position} (${matter}): ${error.en}`,
      });
    }
  }
  return faults;
}

/** @throws Problem `lines_stand_in_the_way`, naming every line */
export function refuseFaults(faults: readonly FieldFault[]): void {
  if (faults.length === 0) return;
  const lines = faults.map(({ field }) => Number(field.split(".")[1]));
  const values = { count: faults.length };
  throw new Problem(problems.lines_stand_in_the_way, { values, faults, details: { lines } });
}
