import type { DB } from "#db";
import type { ReadScope } from "#modules/organization/server/index.ts";
import {
  eventsOf,
  hiddenBecause,
  namesWithheld,
  namesWithheldIn,
} from "#modules/recommendation/server/index.ts";
import type { MatterEvent } from "#modules/recommendation/matter.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import type { RegisterFileInput } from "../register-file.ts";
import { anyOf, refOf, type RecordsHere } from "./any-of.ts";
import { fileEventFrom, withoutBlanks, type Lookup } from "./event-parts.ts";
import { withoutWho } from "./names-left-out.ts";
import { stubOf } from "./stub.ts";

type FileMatter = NonNullable<RegisterFileInput["recommendations"]>[number];

/** The matters that go out, and the ids of every unit that they name. */
export async function exportMatters(db: Kysely<DB>, here: RecordsHere, scope: ReadScope, today: string) {
  const counted = sql<boolean>`r.taken_back_at is null and ${here("r.unit_id", sql.ref("r.received_on"))}`;
  const withheld = namesWithheldIn(scope, today);
  const { recommendations, unitsNamed, hiddenRefs, names } = await mattersWhere(db, counted, withheld);
  const hidden = scope.everything ? [] : recommendations.filter(({ ref }) => hiddenRefs.has(ref));
  const outOfSight = new Set(hidden.map(({ ref }) => ref));
  return {
    unitsNamed,
    recommendations: recommendations.map((one) =>
      hidden.includes(one) ? stubOf(one) : toldTo(withoutWordsOf(one, outOfSight), names),
    ),
    /** Turns in which something came up that is out of sight. */
    hiddenTurns: new Set(hidden.flatMap(({ turn }) => turn ?? [])),
  };
}

/** Of what is out of sight neither is told what its people said of another matter, nor that they did. */
function withoutWordsOf(matter: FileMatter, outOfSight: ReadonlySet<string>): FileMatter {
  const events = matter.events?.flatMap((event) => {
    if (event.act !== "confirm" || !event.raised_in?.some((ref) => outOfSight.has(ref))) return [event];
    const told = event.raised_in.filter((ref) => !outOfSight.has(ref));
    return told.length > 0 ? [{ ...event, raised_in: told }] : [];
  });
  return events ? { ...matter, events } : matter;
}

/** As the reader may know it: who raised it is left out where the name is withheld, and taken out of the words. */
function toldTo(matter: FileMatter, names: ReadonlyMap<string, readonly string[]>): FileMatter {
  const withheld = names.get(matter.ref) ?? [];
  return withheld.length > 0 ? withoutWho(matter, withheld) : matter;
}

/** Some matters by id, as the file writes them with everything, and by their refs the names that others are not told. */
export async function exportMattersById(db: Kysely<DB>, ids: readonly string[]) {
  return mattersWhere(db, sql<boolean>`r.id = ${anyOf(ids)}`, namesWithheld);
}

async function mattersWhere(db: Kysely<DB>, condition: RawBuilder<boolean>, withheld: RawBuilder<string[]>) {
  const rows = await db
    .selectFrom("recommendation as r")
    .innerJoin("unit as u", "u.id", "r.unit_id")
    .leftJoin("unit as v", "v.id", "r.village_id")
    .leftJoin("conference as c", "c.id", "r.conference_id")
    .leftJoin("turn as t", "t.id", "r.turn_id")
    .leftJoin("recommendation as below", "below.id", "r.forwarded_from_id")
    .select(["r.id", refOf("r", "code").as("ref"), "u.code as unit", "r.unit_id", "r.village_id"])
    .select([
      refOf("c", "id").as("conference"),
      refOf("t", "id").as("turn"),
      "r.channel",
      "r.received_on",
      "r.kind",
    ])
    .select([
      "r.field_code as field",
      "r.text",
      "v.code as village",
      "r.naming",
      refOf("below", "code").as("forwarded_from"),
      hiddenBecause.as("hidden"),
    ])
    .select(withheld.as("namesWithheld"))
    .where(condition)
    .orderBy("r.received_on")
    .orderBy("r.code")
    .execute();
  const matterIds = rows.map(({ id }) => id);
  const [events, requesters] = [await eventsOf(db, matterIds), await requestersOf(db, matterIds)];
  const all = [...events.values()].flat();
  const unitsNamed = new Set([...unitsIn(all), ...rows.flatMap(({ village_id }) => village_id ?? [])]);
  for (const people of requesters.values())
    for (const one of people) if (one.village_id) unitsNamed.add(one.village_id);
  const name = await namesOf(db, unitsNamed, all);
  const recommendations = rows.map(
    ({ id, unit_id: _unit, village_id: _village, hidden: _hidden, namesWithheld: _names, ...parts }) => {
      const [first, ...further] = (requesters.get(id) ?? []).map(({ name, village }) => ({ name, village }));
      return withoutBlanks({
        ...parts,
        raised_by: first?.name,
        requesters: further.map((one) => withoutBlanks(one)),
        events: (events.get(id) ?? []).map((event) => fileEventFrom(event, name, id)),
      }) as FileMatter;
    },
  );
  const hiddenRefs = new Set(rows.flatMap(({ hidden, ref }) => (hidden ? [ref] : [])));
  const names = new Map(rows.map(({ ref, namesWithheld: some }) => [String(ref), some]));
  return { recommendations, unitsNamed: [...unitsNamed], hiddenRefs, names };
}

async function requestersOf(db: Kysely<DB>, matterIds: readonly string[]) {
  const rows = await db
    .selectFrom("requester as q")
    .leftJoin("unit as v", "v.id", "q.village_id")
    .select(["q.recommendation_id", "q.name", "q.village_id", "v.code as village"])
    .where("q.recommendation_id", "=", anyOf(matterIds))
    .orderBy("q.recommendation_id")
    .orderBy("q.position")
    .execute();
  return Map.groupBy(rows, ({ recommendation_id }) => recommendation_id);
}

function unitsIn(events: readonly MatterEvent[]): string[] {
  return events.flatMap(({ leadId, coordinatorId, dutyOf, toUnitId, coordinators }) =>
    [
      leadId,
      coordinatorId,
      dutyOf,
      toUnitId,
      ...(coordinators ?? []).flatMap((one) => [one.unitId, one.dutyOf]),
    ].filter((id) => id !== null && id !== undefined),
  );
}

async function namesOf(
  db: Kysely<DB>,
  unitIds: ReadonlySet<string>,
  events: readonly MatterEvent[],
): Promise<Lookup> {
  const units = await db
    .selectFrom("unit")
    .select(["id", "code"])
    .where("id", "=", anyOf([...unitIds]))
    .execute();
  const named = events.flatMap(({ intoId, raisedIn }) => [...(intoId ? [intoId] : []), ...(raisedIn ?? [])]);
  const matters = await db
    .selectFrom("recommendation as r")
    .select(["r.id", refOf("r", "code").as("ref")])
    .where("r.id", "=", anyOf(named))
    .execute();
  const codes = new Map(units.map(({ id, code }) => [id, code]));
  const refs = new Map(matters.map(({ id, ref }) => [id, ref]));
  return { unit: (id) => codes.get(id)!, recommendation: (id) => refs.get(id)! };
}
