import { performOn } from "#acts/perform.ts";
import { actNamed } from "#acts/registry.ts";
import type { DB } from "#db";
import type { Actor, Capacity, HeldPost } from "#kernel/actor.ts";
import { dayInVietnam } from "#kernel/clock.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem } from "#kernel/problem.ts";
import type { Report } from "#modules/report/report.ts";
import type { Kysely } from "kysely";
import type { History } from "./history.ts";
import { writeUnits } from "./write-history.ts";

const beginning = Temporal.Instant.from("2019-12-01T01:00:00Z");

/** The Front speaks for itself; the office writes down everything else, and its reviewer what may be a complaint. */
const capacities: Record<Voice, readonly Capacity[]> = {
  office: ["office_secretary", "complaint_reviewer"],
  front: ["front_officer"],
};
export type Voice = "office" | "front";

/** A province of its own with its people, in which acts are done one after the other. */
export type ActScene = {
  readonly db: Kysely<DB>;
  readonly place: Pick<History, "units" | "successions">;
  /** Units of the place by their codes without the prefix. */
  readonly code: (name: string) => string;
  readonly people: (unit: string, voice: Voice) => Actor;
};

export async function actScene(
  db: Kysely<DB>,
  prefix: string,
  place: Pick<History, "units" | "successions">,
): Promise<ActScene> {
  const people = new Map<string, Actor>();
  await db.transaction().execute(async (trx) => {
    const ids = await writeUnits(trx, place);
    for (const [unit, unitId] of ids)
      for (const voice of ["office", "front"] as const)
        people.set(`${unit} ${voice}`, await appointed(trx, unitId, `${voice} ${unit}`, capacities[voice]));
  });
  return {
    db,
    place,
    code: (name) => prefix + name,
    people: (unit, voice) => people.get(`${unit} ${voice}`)!,
  };
}

async function appointed(
  db: Kysely<DB>,
  unitId: string,
  name: string,
  held: readonly Capacity[],
): Promise<Actor> {
  const recorded_at = beginning.toString();
  const personId = uuidv7(beginning);
  const posts: HeldPost[] = held.map((capacity) => ({
    id: uuidv7(beginning),
    unitId,
    capacity,
    acting: false,
  }));
  await db.insertInto("person").values({ id: personId, full_name: name, recorded_at }).execute();
  await db
    .insertInto("post")
    .values(
      posts.map(({ id, capacity }) => ({
        id,
        capacity,
        person_id: personId,
        unit_id: unitId,
        from_on: "2019-01-01",
        recorded_at,
      })),
    )
    .execute();
  return { kind: "person", personId, name, posts };
}

/** What has happened in a scene so far: the hour, and how many acts were let through. */
export type Course = {
  now: Temporal.Instant;
  done: number;
  /** By their codes; some may have been taken back. */
  readonly matters: string[];
  readonly conferences: { readonly id: string; readonly unit: string }[];
  /** Reports as they were read at the end of a day, before anything further was entered. */
  readonly remembered: Report[];
};

export const today = (course: Course) => dayInVietnam(course.now);

/** Does an act as a person of a unit would; a refusal is a problem with a name, and any other error is ours. */
export async function perform(
  scene: ActScene,
  course: Course,
  name: string,
  input: Record<string, unknown>,
  by: { unit: string; voice?: Voice },
): Promise<{ id?: string; code?: string } | null> {
  const actor = scene.people(by.unit, by.voice ?? "office");
  course.now = course.now.add({ minutes: 7 });
  try {
    const output = await performOn(scene.db)(actNamed(name)!, input, { actor, now: course.now });
    course.done += 1;
    return output as { id?: string; code?: string };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return null;
  }
}
