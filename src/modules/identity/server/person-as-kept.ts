import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import {
  administers,
  personById,
  readPerson,
  unitsKeeping,
  type PersonReading,
} from "#modules/organization/server/index.ts";
import type { Kysely } from "kysely";
import { earlierPersons, type EarlierPerson } from "./person.store.ts";

export type PersonAsKept = PersonReading & {
  /** Whether the reader keeps the person: only then is the contact told, with what was put right before. */
  readonly kept: boolean;
  readonly earlier: readonly EarlierPerson[];
};

type Asked = {
  readonly actor: Actor;
  readonly unitIds: readonly string[];
  readonly id: string;
  readonly today: string;
};

/**
 * A person as an administrator of some units may read them. Who has gone on to a post elsewhere, or holds one higher up as
 * well, stays in the list of those units, but how to reach that person there is for whoever is above all their posts.
 * @throws Problem `person_not_found`
 */
export async function personAsKept(
  db: Kysely<DB>,
  { actor, unitIds, id, today }: Asked,
): Promise<PersonAsKept> {
  const person = await readPerson(db, unitIds, id, today);
  for (const unit of await unitsKeeping(db, await personById(db, id))) {
    if (await administers({ trx: db, actor, today }, unit)) continue;
    return { ...person, email: null, phone: null, kept: false, earlier: [] };
  }
  return { ...person, kept: true, earlier: await earlierPersons(db, id) };
}
