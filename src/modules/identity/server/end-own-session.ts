import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import type { Kysely } from "kysely";
import { auditAccount } from "./account-audit.ts";
import { endSessionById, ownSession } from "./session.store.ts";
import { mustBePresent } from "./token-actor.ts";

type Person = Extract<Actor, { kind: "person" }>;

/**
 * One of one's own sessions ends, on whatever machine it was left open; it needs no post.
 * @throws Problem `session_not_found`, also for another person's; `token_not_enough`
 */
export async function endOwnSession(
  db: Kysely<DB>,
  sessionId: string,
  actor: Person,
  now: Temporal.Instant,
): Promise<void> {
  mustBePresent(actor);
  await db.transaction().execute(async (trx) => {
    const { id, userId } = await ownSession(trx, sessionId, actor.personId);
    await endSessionById(trx, id);
    const by = { userId, personId: actor.personId, name: actor.name };
    await auditAccount(
      trx,
      { act: "identity.end_session", accountId: userId, by, said: { session: id } },
      now,
    );
  });
}
