import { uuidv7 } from "#kernel/identifier.ts";
import { unitsByCode } from "#modules/organization/server/index.ts";
import { mattersNamedBy } from "../matter-event.ts";
import type { RegisterRecommendation } from "../register-file.ts";
import { extendMatters } from "./extend-matters.ts";
import { tellForeignUnits } from "./foreign-units.ts";
import { tellWrongForwards } from "./wrong-forwards.ts";
import { tellForeignVillages, type VillageNamed } from "./foreign-villages.ts";
import { idsOfRefs } from "./ids-of-refs.ts";
import { tallyOf, type ImportWork } from "./import-work.ts";
import { insertNewMatters } from "./insert-new-matters.ts";
import { coordinatorCodes } from "./known-register.ts";
import type { MatterNames, PlacedMatter } from "./placed-matter.ts";

/** Matters that are not there yet with their whole history; to those that are, the events they lack. */
export async function importMatters(work: ImportWork): Promise<void> {
  const { trx, file, by } = work;
  await bringFields(work);
  const there = await idsOfRefs(trx, "recommendation", namesIn(file.recommendations));
  const placed = file.recommendations.map((matter, at): PlacedMatter => ({
    at,
    matter,
    id: there.get(matter.ref) ?? uuidv7(by.now),
  }));
  const names = await namesFor(
    work,
    new Map([...there, ...placed.map(({ matter, id }) => [matter.ref, id] as const)]),
  );
  const fresh = placed.filter(({ matter }) => !there.has(matter.ref));
  tallyOf(work, "recommendations").created += fresh.length;
  await tellForeignUnits(work, fresh, names);
  await tellWrongForwards(work, fresh, names);
  await tellForeignVillages(work, villagesOf(fresh, names));
  await insertNewMatters(work, fresh, names);
  await extendMatters(
    work,
    placed.filter(({ matter }) => there.has(matter.ref)),
    names,
  );
}

function villagesOf(placed: readonly PlacedMatter[], { units }: MatterNames): VillageNamed[] {
  return placed.flatMap(({ at, matter: { unit, village, requesters, received_on: on } }) => {
    const unitId = units.get(unit)!.id;
    const named = [
      { path: "village", village },
      ...(requesters ?? []).map((one, n) => ({ path: `requesters[${n}].village`, village: one.village })),
    ];
    return named.flatMap(({ path, village: code }) =>
      code ? [{ path: `recommendations[${at}].${path}`, unitId, village: units.get(code)!, on }] : [],
    );
  });
}

/** Fields that the taxonomy lacks come into it, under the last of its first level, with their code for a name. */
async function bringFields({ trx, file }: ImportWork): Promise<void> {
  const codes = [...new Set(file.recommendations.map(({ field }) => field))];
  if (codes.length === 0) return;
  const rows = codes.map((code) => ({ code, name: code, parent_code: "khac", position: 9901 }));
  await trx
    .insertInto("field")
    .values(rows)
    .onConflict((conflict) => conflict.column("code").doNothing())
    .execute();
}

function namesIn(matters: readonly RegisterRecommendation[]): string[] {
  return matters.flatMap(({ ref, forwarded_from, events }) => [
    ref,
    ...(forwarded_from ? [forwarded_from] : []),
    ...events.flatMap(mattersNamedBy),
  ]);
}

async function namesFor({ trx, file }: ImportWork, ids: ReadonlyMap<string, string>): Promise<MatterNames> {
  const units = await unitsByCode(trx, [...new Set(file.recommendations.flatMap(unitsNamedBy))]);
  return { units, unit: (code) => units.get(code)!.id, recommendation: (ref) => ids.get(ref)! };
}

function unitsNamedBy({ unit, village, requesters, events }: RegisterRecommendation): string[] {
  const people = (requesters ?? []).map((one) => one.village);
  const acting = events.flatMap((event) => {
    if (event.act === "assign") return [event.lead, ...coordinatorCodes(event.coordinators)];
    if (event.act === "hand_over") return [event.lead, event.to, ...coordinatorCodes(event.coordinators)];
    if (event.act === "finish_duty") return [event.coordinator, event.duty_of];
    return event.act === "forward_up" ? [event.to] : [];
  });
  return [unit, village, ...people, ...acting].filter((code) => code !== null && code !== undefined);
}
