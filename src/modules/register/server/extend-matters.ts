import { tellGaps } from "./tell-gaps.ts";
import { tellWrongForwards } from "./wrong-forwards.ts";
import type { MatterEvent } from "#modules/recommendation/matter.ts";
import {
  annulledEventsOf,
  eventsOf,
  insertEvents,
  nextSequence,
  raiseVersion,
  replacePeriods,
} from "#modules/recommendation/server/index.ts";
import { moveWords } from "#modules/recommendation/moves/move-rows.ts";
import { statePeriods } from "#modules/recommendation/state-periods.ts";
import type { RegisterRecommendation } from "../register-file.ts";
import { problemAt, type RegisterProblem } from "../register-problem.ts";
import { factFrom, fileEventFrom, withoutBlanks } from "./event-parts.ts";
import { exportMattersById } from "./export-matters.ts";
import { recordText, sameRecord, slices, tallyOf, type ImportWork } from "./import-work.ts";
import { withoutNamesIn } from "#kernel/masking/names-in-record.ts";
import { isHidden, isStub } from "./stub.ts";
import { extensionFault } from "./extension-fault.ts";
import { tellForeignUnits } from "./foreign-units.ts";
import type { MatterNames, PlacedMatter } from "./placed-matter.ts";

/** Gives matters that are there the events that the file has and they have not. Nothing else of them may differ. */
export async function extendMatters(work: ImportWork, known: readonly PlacedMatter[], names: MatterNames) {
  for (const some of slices(known, 500)) {
    const ids = some.map(({ id }) => id);
    const { recommendations, names: hushed } = await exportMattersById(work.trx, ids);
    const written = new Map(recommendations.map((one) => [one.ref, one]));
    const events = await eventsOf(work.trx, ids);
    const annulled = await annulledEventsOf(work.trx, ids);
    for (const one of some) {
      const there = written.get(one.matter.ref)!;
      if (isStub(one.matter) && isHidden(there)) {
        tallyOf(work, "recommendations").unchanged += 1;
        continue;
      }
      const withheld = hushed.get(one.matter.ref) ?? [];
      if (contradicts(one.matter, there as RegisterRecommendation, withheld)) {
        work.problems.push(problemAt(`recommendations[${one.at}]`, "record_differs"));
        continue;
      }
      const taken = (annulled.get(one.id) ?? []).map((event) => asComparable(event, names, one.id));
      const before = { standing: there.events ?? [], taken, withheld };
      await extendMatter(work, one, events.get(one.id) ?? [], names, before);
    }
  }
}

async function extendMatter(
  work: ImportWork,
  one: PlacedMatter,
  facts: readonly MatterEvent[],
  names: MatterNames,
  there: Written,
): Promise<void> {
  const { lacking, standing, unsaid } = compareEvents(there, one, names);
  const tally = tallyOf(work, "recommendations");
  if (lacking.length === 0) {
    tally.unchanged += 1;
    return;
  }
  const added = lacking.map((at) => ({ at, fact: factFrom(one.matter.events[at]!, names, one.id) }));
  const fault = sayingElse(one, lacking, unsaid) ?? extensionFault(one, facts, added, standing);
  if (fault) {
    work.problems.push(fault);
    return;
  }
  await tellForeignUnits(work, [one], names, (event) => lacking.includes(event));
  await tellWrongForwards(work, [one], names, (event) => lacking.includes(event));
  const all = [...facts, ...added.map(({ fact }) => fact)];
  tellGaps(work, one.at, added, all);
  const next = await nextSequence(work.trx, one.id);
  const numbered = added.map(({ fact: event }, index) => ({
    matterId: one.id,
    sequence: next + index,
    event,
  }));
  await insertEvents(work.trx, numbered, work.by);
  await replacePeriods(work.trx, one.id, statePeriods(one.matter.received_on, all), work.by.now);
  await raiseVersion(work.trx, one.id);
  tally.extended += 1;
  tallyOf(work, "events").created += added.length;
}

/** A matter's events as an export writes them: those that stand, and those taken back. */
type Written = {
  readonly standing: readonly unknown[];
  readonly taken: readonly unknown[];
  /** Names that an export for an office above leaves out: such a file says the same. */
  readonly withheld: readonly string[];
};

/**
 * Places in the file's list: `lacking` those of events that are not there, each counted as often as it stands;
 * `standing` those of events that are there and stand. `unsaid` are steps that stand there and the file has not.
 */
function compareEvents(there: Written, { id, matter }: PlacedMatter, names: MatterNames) {
  const left = Map.groupBy(
    [...there.standing, ...there.taken].map((event, at) => ({
      written: recordText(withoutNamesIn(comparable(event), there.withheld)),
      event,
      stands: at < there.standing.length,
    })),
    ({ written }) => written,
  );
  const lacking: number[] = [];
  const standing = new Set<number>();
  for (const [at, event] of matter.events.entries()) {
    const written = withoutNamesIn(comparable(asWritten(event, names, id)), there.withheld);
    const same = left.get(recordText(written))?.shift();
    if (!same) lacking.push(at);
    else if (same.stands) standing.add(at);
  }
  const unsaid = [...left.values()].flat().filter(({ stands }) => stands);
  return { lacking, standing, unsaid: new Set(unsaid.map(({ event }) => stepOf(event))) };
}

/** Which step of a day an event is: one agency's part, one speaker's word, one unit above each. */
function stepOf(event: unknown): string {
  const { act, on, by, coordinator, to } = event as Record<string, unknown>;
  return JSON.stringify([act, on, by, coordinator, to].map((part) => part ?? null));
}

/**
 * A step that the register has otherwise is no further one: taken as that, another date would be more time, another word a second
 * one. Of two that there were on one day the file has both.
 */
function sayingElse(
  { at, matter }: PlacedMatter,
  lacking: readonly number[],
  unsaid: ReadonlySet<string>,
): RegisterProblem | undefined {
  const place = lacking.find((event) => unsaid.has(stepOf(withoutBlanks(matter.events[event]!))));
  if (place === undefined) return undefined;
  const { act, on } = matter.events[place]!;
  const values = { day: on, step: moveWords[act].vi, step_en: moveWords[act].en };
  return problemAt(`recommendations[${at}].events[${place}]`, "step_differs", values);
}

/** The event as an export would write it, so that two ways of writing the same are the same. */
function asWritten(
  event: RegisterRecommendation["events"][number],
  names: MatterNames,
  own: string,
): unknown {
  return asComparable(factFrom(event, names, own), names, own);
}

/** A step that was annulled stays annulled, though an older file still has it: it is not one that is missing. */
function asComparable(fact: MatterEvent, names: MatterNames, own: string): unknown {
  const codes = codesOf(names.units);
  return fileEventFrom(fact, { unit: (id) => codes.get(id) ?? id, recommendation: () => "" }, own);
}

const codesKnown = new WeakMap<MatterNames["units"], ReadonlyMap<string, string>>();

/** The codes of units by their ids, turned round once for all events of a file. */
function codesOf(units: MatterNames["units"]): ReadonlyMap<string, string> {
  const known = codesKnown.get(units) ?? new Map([...units].map(([code, { id }]) => [id, code]));
  codesKnown.set(units, known);
  return known;
}

/** What a file leaves out contradicts nothing. The conference may be known by the turn alone. */
function contradicts(
  given: RegisterRecommendation,
  there: RegisterRecommendation,
  withheld: readonly string[],
): boolean {
  const { events: _events, conference: _said, ...parts } = given;
  const written: Record<string, unknown> = there;
  return Object.entries(withoutBlanks(parts)).some(([key, value]) => {
    if (sameRecord(value, written[key])) return false;
    // Only words are told without names: who raised it is the same, or somebody else.
    return key !== "text" || !sameRecord(...withoutNamesIn([value, written[key]] as const, withheld));
  });
}

/** A merge is the same merge, whether its target is named or lies elsewhere; so is a word, whether those who spoke are. */
function comparable(event: unknown): unknown {
  const { act, on } = event as { act: string; on: string };
  if (act === "merge") return { act, on };
  return act === "confirm" ? { ...(event as object), raised_in: undefined } : event;
}
