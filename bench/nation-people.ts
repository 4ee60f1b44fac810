import { performOn } from "#acts/perform.ts";
import type { Capacity } from "#kernel/actor.ts";
import { createAccount } from "#modules/identity/server/index.ts";
import { addPerson, appoint } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { PASSWORD } from "./nation.ts";

const actor = { kind: "system", name: "bench" } as const;

/** Somebody who holds a post in a unit and can sign in, added where nobody was yet; by what name they sign in. */
export async function accountOf(db: Kysely<DB>, unit: string, capacity: Capacity): Promise<string> {
  const username = `bench.${capacity}.${unit}`.replaceAll("_", "-").toLowerCase();
  const known = await db
    .selectFrom("account_user")
    .select("username")
    .where("username", "=", username)
    .executeTakeFirst();
  if (known) return username;
  const now = Temporal.Now.instant();
  const perform = performOn(db);
  const { id } = await perform(addPerson, { unit, full_name: username }, { actor, now });
  await perform(appoint, { person: id, unit, capacity, title: capacity, from: "2020-01-01" }, { actor, now });
  await db
    .transaction()
    .execute((trx) => createAccount(trx, { personId: id, username, password: PASSWORD }, now));
  return username;
}
