import type { DB } from "#db";
import type { UnitLine } from "#modules/organization/server/index.ts";
import { stateAfter } from "#modules/recommendation/apply-event.ts";
import { lastFact } from "#modules/recommendation/by-day.ts";
import { isOutOfSight, type MatterState } from "#modules/recommendation/matter.ts";
import { matterById, type Matter } from "#modules/recommendation/server/index.ts";
import type { Kysely } from "kysely";
import type { NoticeLine } from "../conclusion.ts";
import { withMergedWords } from "../merged-words.ts";

/** Where the matter of a line goes on, and how that one stood at the end of a day. */
export type GoesOn = {
  readonly code: string;
  readonly state: MatterState;
  /** What it goes on in, or something on the way there, is out of sight. */
  readonly hidden: boolean;
};

/** Null where the matter was not merged by that day. */
export async function goesOnOn(db: Kysely<DB>, matter: Matter, on: string): Promise<GoesOn | null> {
  const passed = new Set([matter.id]);
  let [at, hidden] = [matter, false];
  for (;;) {
    const known = at.events.filter((event) => event.on <= on);
    const state = stateAfter(at.receivedOn, known);
    const into = state.status === "merged" ? lastFact(known, ({ act }) => act === "merge")?.intoId : null;
    if (!into || passed.has(into)) return at.id === matter.id ? null : { code: at.code, state, hidden };
    at = await matterById(db, into);
    passed.add(into);
    hidden ||= isOutOfSight(at.kind, at.events);
  }
}

/**
 * The line as the notice has it: with who has the work and until when where its matter goes on, and the words that say so.
 * Where that one has its own line among those of the notice, this gives the work, and the line says the same.
 */
export function lineGoingOn(
  line: NoticeLine,
  goesOn: GoesOn | null,
  units: ReadonlyMap<string, UnitLine>,
  lines: readonly NoticeLine[],
): NoticeLine {
  const task = withMergedWords(line.task, goesOn?.code ?? null);
  if (!goesOn) return { ...line, task };
  const there = lines.find(({ matter }) => matter === goesOn.code);
  if (there) {
    const { lead, leadName, dueOn, coordinators } = there;
    return { ...line, task, lead, leadName, dueOn, coordinators };
  }
  const { leadId, dueOn, coordinators } = goesOn.state;
  const lead = leadId === null ? undefined : units.get(leadId);
  const helpers = coordinators.flatMap(({ unitId, duty, dueOn: own }) => {
    const unit = units.get(unitId);
    return unit ? [{ unit: unit.code, name: unit.name, duty: duty ?? null, dueOn: own ?? null }] : [];
  });
  return {
    ...line,
    task,
    lead: lead?.code ?? null,
    leadName: lead?.name ?? null,
    dueOn,
    coordinators: helpers,
  };
}
