import { Problem } from "#kernel/problem.ts";
import type { UnitLine } from "#modules/organization/server/index.ts";
import { lastFact } from "#modules/recommendation/by-day.ts";
import type { Matter } from "#modules/recommendation/server/index.ts";
import { movesFrom } from "#modules/recommendation/status-transitions.ts";
import { moveWords } from "#modules/recommendation/moves/move-rows.ts";
import { statusWords } from "#modules/recommendation/words.ts";
import type { Task } from "./line-tasks.ts";
import type { Assigned, NoticeLine } from "../conclusion.ts";
import { asksAssignment, type LineChange } from "../line-changes.ts";
import { changedUnderneath, isAssignedSo } from "../line-conflict.ts";
import { conclusionProblems as problems } from "../problems.ts";
import { partWords } from "../words.ts";

/** Refusals of a line that hold on whatever day the notice is issued; another may be one of that day alone. */
export const refusedOnAnyDay: ReadonlySet<string> = new Set(
  [
    problems.line_matter_gone,
    problems.line_matter_held,
    problems.line_without_lead,
    problems.line_without_date,
    problems.line_matter_moved,
    problems.line_assigned_otherwise,
  ].map(({ code }) => code),
);

/** Units by id, as on the day of issue. */
export type Units = ReadonlyMap<string, UnitLine>;

/**
 * What becomes of a line on the day of issue: it is assigned, or it stands as it is.
 * @throws Problem that says what is missing, or what has changed under the line since it was drafted
 */
export function lineWork({ change, matter, goesOn }: Task, units: Units, on: string): "assign" | "stands" {
  if (!matter) throw new Problem(problems.line_matter_gone);
  const { state } = matter;
  if (state.held || state.status === "routed_out") throw new Problem(problems.line_matter_held);
  if (goesOn?.hidden) throw new Problem(problems.line_matter_held);
  // Whoever has it where it goes on has the work already, by the date given there.
  if (goesOn) return "stands";
  refuseIfMergedLater(matter);
  // What an edition before only told as merged was never given: the merge has been undone since.
  const given = matter.events.some(({ act }) => act === "assign" || act === "hand_over");
  if (!asksAssignment(change) && (given || state.status !== "awaiting_assignment")) return "stands";
  const line = change.after;
  if (line.lead === null) throw new Problem(problems.line_without_lead);
  if (line.dueOn === null) throw new Problem(problems.line_without_date);
  refuseEndedUnits(line, units, on);
  refuseIfMoved(matter);
  const current = assignmentInForce(matter, units);
  if (isAssignedSo(line, current)) return "stands";
  refuseIfAssignedOtherwise(change, current, units);
  return "assign";
}

function refuseIfMergedLater({ state, events }: Matter): void {
  const on = state.status === "merged" ? lastFact(events, ({ act }) => act === "merge")?.on : undefined;
  if (on) throw new Problem(problems.line_merged_later, { values: { on } });
}

function refuseIfMoved({ state, events, receivedOn }: Matter): void {
  if (movesFrom(state.status).includes("assign")) return;
  const last = lastFact(events);
  const move = last ? moveWords[last.act] : statusWords[state.status];
  const status = statusWords[state.status];
  throw new Problem(problems.line_matter_moved, {
    values: {
      status: status.vi,
      status_en: status.en,
      move: move.vi,
      move_en: move.en,
      on: last?.on ?? receivedOn,
    },
  });
}

function refuseEndedUnits({ lead, coordinators }: NoticeLine, units: Units, on: string): void {
  const named = new Set([lead, ...coordinators.map(({ unit }) => unit)]);
  for (const { code, name, untilOn } of units.values()) {
    if (named.has(code) && untilOn < on)
      throw new Problem(problems.line_unit_ended, { values: { unit: name, on: untilOn } });
  }
}

/** What the matter's history says of its assignment now; null where none is in force. */
function assignmentInForce({ state }: Matter, units: Units): Assigned | null {
  if (!state.assignmentActive || state.leadId === null) return null;
  const code = (id: string) => units.get(id)?.code ?? id;
  return {
    lead: code(state.leadId),
    dueOn: state.dueOn,
    coordinators: state.coordinators.map(({ unitId, duty, dueOn }) => ({
      unit: code(unitId),
      name: code(unitId),
      duty: duty ?? null,
      dueOn: dueOn ?? null,
    })),
  };
}

function refuseIfAssignedOtherwise(
  { before, after }: LineChange & { readonly after: NoticeLine },
  current: Assigned | null,
  units: Units,
): void {
  const parts = changedUnderneath(after, before, current);
  if (!current || parts.length === 0) return;
  const lead = [...units.values()].find(({ code }) => code === current.lead)?.name ?? current.lead ?? "";
  const [vi, en] = [parts.map((part) => partWords[part].vi), parts.map((part) => partWords[part].en)];
  throw new Problem(problems.line_assigned_otherwise, {
    values: {
      lead,
      due: current.dueOn ?? "–",
      parts: vi.join(", ").toLocaleLowerCase("vi"),
      parts_en: en.join(", ").toLowerCase(),
    },
  });
}
