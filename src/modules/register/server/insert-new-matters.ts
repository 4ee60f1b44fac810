import { anyOf } from "./any-of.ts";
import { tellGapsOfMatters, type HeldAt } from "./tell-noun-gaps.ts";
import { tellGaps } from "./tell-gaps.ts";
import type { MatterEvent } from "#modules/recommendation/matter.ts";
import {
  insertEvents,
  insertMatters,
  insertPeriods,
  nextCodes,
  type NewMatter,
} from "#modules/recommendation/server/index.ts";
import { statePeriods } from "#modules/recommendation/state-periods.ts";
import { factFrom } from "./event-parts.ts";
import { idsOfRefs } from "./ids-of-refs.ts";
import { slices, tallyOf, type ImportWork } from "./import-work.ts";
import { tellFault, type MatterNames, type PlacedMatter } from "./placed-matter.ts";

type Placing = {
  readonly codes: ReadonlyMap<string, string>;
  readonly conferences: ReadonlyMap<string, string>;
  readonly turns: ReadonlyMap<string, string>;
  readonly conferenceOfTurn: ReadonlyMap<string, string>;
};

/** Writes matters with their whole history, some hundreds at a time. */
export async function insertNewMatters(work: ImportWork, fresh: readonly PlacedMatter[], names: MatterNames) {
  const placing = await placingOf(work, fresh, names);
  tellGapsOfMatters(work, fresh, (code) => names.unit(code), await heldAt(work, placing.conferences));
  let done = 0;
  for (const some of slices(fresh, 500)) {
    const told = some.map((one) => ({
      one,
      events: one.matter.events.map((event) => factFrom(event, names, one.id)),
    }));
    const sound = told.filter(({ one, events }) => !tellFault(work, one, events, (index) => index));
    const matters = sound.map(({ one }) => newMatter(one, names, placing));
    for (const { one, events } of sound)
      tellGaps(
        work,
        one.at,
        events.map((fact, at) => ({ at, fact })),
        events,
      );
    await insertMatters(work.trx, matters, { ...work.by, postId: null });
    await insertHistories(work, sound);
    done += some.length;
    work.progress("recommendations", done, fresh.length);
  }
}

async function insertHistories(
  work: ImportWork,
  sound: readonly { one: PlacedMatter; events: MatterEvent[] }[],
) {
  const events = sound.flatMap(({ one, events }) =>
    events.map((event, index) => ({ matterId: one.id, sequence: index + 1, event })),
  );
  const periods = sound.flatMap(({ one, events }) =>
    statePeriods(one.matter.received_on, events).map((period) => ({ matterId: one.id, period })),
  );
  tallyOf(work, "events").created += events.length;
  for (const few of slices(events, 2000)) await insertEvents(work.trx, few, work.by);
  for (const few of slices(periods, 2000)) await insertPeriods(work.trx, few, work.by.now);
}

async function heldAt({ trx }: ImportWork, conferences: Placing["conferences"]): Promise<HeldAt> {
  const rows = await trx
    .selectFrom("conference")
    .select(["id", "unit_id as unitId", "held_on as on"])
    .where("id", "=", anyOf([...conferences.values()]))
    .execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  return new Map([...conferences].map(([ref, id]) => [ref, known.get(id)!]));
}

async function placingOf(
  work: ImportWork,
  fresh: readonly PlacedMatter[],
  names: MatterNames,
): Promise<Placing> {
  const { trx, file } = work;
  return {
    codes: await codesFor(work, fresh, names),
    conferences: await idsOfRefs(trx, "conference", [
      ...fresh.flatMap(({ matter }) => matter.conference ?? []),
      ...file.turns.map(({ conference }) => conference),
    ]),
    turns: await idsOfRefs(
      trx,
      "turn",
      fresh.flatMap(({ matter }) => matter.turn ?? []),
    ),
    conferenceOfTurn: new Map(file.turns.map(({ ref, conference }) => [ref, conference])),
  };
}

/** Codes run by unit and year of receipt, in the order of the file. */
async function codesFor({ trx }: ImportWork, fresh: readonly PlacedMatter[], names: MatterNames) {
  const codes = new Map<string, string>();
  const groups = Map.groupBy(fresh, ({ matter }) => `${matter.received_on.slice(0, 4)} ${matter.unit}`);
  for (const [key, group] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const unit = names.units.get(group[0]!.matter.unit)!;
    const given = await nextCodes(trx, unit, Number(key.slice(0, 4)), group.length);
    group.forEach(({ id }, index) => codes.set(id, given[index]!));
  }
  return codes;
}

function newMatter({ matter, id }: PlacedMatter, names: MatterNames, placing: Placing): NewMatter {
  const unit = names.units.get(matter.unit)!;
  const conference = matter.conference ?? (matter.turn ? placing.conferenceOfTurn.get(matter.turn) : null);
  const villageId = matter.village ? names.unit(matter.village) : null;
  const further = (matter.requesters ?? []).map(({ name, village }) => ({
    name: name ?? null,
    villageId: village ? names.unit(village) : null,
  }));
  return {
    id,
    code: placing.codes.get(id)!,
    unitId: unit.id,
    rootUnitId: unit.rootId,
    ref: matter.ref,
    conferenceId: conference ? placing.conferences.get(conference) : null,
    turnId: matter.turn ? placing.turns.get(matter.turn) : null,
    forwardedFromId: matter.forwarded_from ? names.recommendation(matter.forwarded_from) : null,
    channel: matter.channel,
    kind: matter.kind,
    fieldCode: matter.field,
    receivedOn: matter.received_on,
    text: matter.text,
    naming: matter.naming ?? "secretariat_only",
    villageId,
    requesters: [{ name: matter.raised_by ?? null, villageId }, ...further],
  };
}
