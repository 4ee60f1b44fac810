import { actNamed } from "#acts/registry.ts";
import type { Actor, Capacity } from "#kernel/actor.ts";
import { buildCast, noon } from "./cast.ts";
import { testDatabase } from "./database.ts";

/** A register of its own, the people who hold these posts there, and what is done with its matters at noon of today. */
export async function matterScene(posts: readonly (readonly [Capacity, string])[]) {
  const { db } = await testDatabase();
  const cast = await buildCast(db);
  const people = new Map<string, Actor & { kind: "person" }>();
  for (const [capacity, unit] of posts) people.set(`${capacity} ${unit}`, await cast.holder(capacity, unit));
  /** By capacity and unit: `office_secretary A`. */
  const who = (name: string) => people.get(name)!;

  function move(name: string, input: Record<string, unknown>, by: Actor = cast.system) {
    return cast.perform(actNamed(`recommendation.${name}`)!, input, { actor: by, now: noon }) as Promise<{
      code: string;
      status: string;
    }>;
  }

  return { db, cast, people, who, move };
}
