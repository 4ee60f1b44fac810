import type { DB } from "#db";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem } from "#kernel/problem.ts";
import type { Kysely, Transaction } from "kysely";
import { identityProblems as problems } from "../problems.ts";
import { hashOf, newSecret } from "./one-time-secret.ts";
import { postsShown, type ShownPost } from "./posts-shown.ts";

type NewInvitation = {
  /** Null makes the first administrator. */
  readonly personId: string | null;
  readonly resetsSecondFactor: boolean;
  readonly lasts: Temporal.Duration;
  /** Who sends it; null where the product itself does. */
  readonly by: string | null;
};

/** A new link; an older one of the same person works no longer. */
export async function insertInvitation(
  trx: Transaction<DB>,
  invitation: NewInvitation,
  now: Temporal.Instant,
) {
  const { personId, resetsSecondFactor, lasts, by } = invitation;
  await trx
    .updateTable("invitation")
    .set({ withdrawn_at: now.toString() })
    .where("person_id", personId === null ? "is" : "=", personId)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .execute();
  const id = uuidv7(now);
  const token = newSecret();
  const expiresAt = now.add(lasts);
  await trx
    .insertInto("invitation")
    .values({
      id,
      person_id: personId,
      token_hash: hashOf(token),
      resets_second_factor: resetsSecondFactor,
      recorded_at: now.toString(),
      recorded_by: by,
      expires_at: expiresAt.toString(),
    })
    .execute();
  return { id, token, expiresAt };
}

/** Whether the link of the first administrator was made after an instant, and still waits to be used. */
export async function openAdministratorLinkSince(
  trx: Transaction<DB>,
  since: Temporal.Instant,
): Promise<boolean> {
  const row = await trx
    .selectFrom("invitation")
    .select("id")
    .where("person_id", "is", null)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("recorded_at", ">", new Date(since.epochMilliseconds))
    .executeTakeFirst();
  return row !== undefined;
}

/** What a link stands for, with the account when the person has one already; null where it works no longer. */
export async function openInvitation(db: Kysely<DB>, token: string, now: Temporal.Instant) {
  const row = await db
    .selectFrom("invitation as i")
    .leftJoin("person as p", "p.id", "i.person_id")
    .leftJoin("account_user as u", "u.person_id", "p.id")
    .select(["i.id", "i.person_id as personId", "i.resets_second_factor as resetsSecondFactor"])
    .leftJoin("person as s", "s.id", "i.recorded_by")
    .select(["p.full_name as name", "u.id as userId", "u.username"])
    .select(["i.expires_at as expiresAt", "s.full_name as by"])
    .where("i.token_hash", "=", hashOf(token))
    .where("i.accepted_at", "is", null)
    .where("i.withdrawn_at", "is", null)
    .where("i.expires_at", ">", new Date(now.epochMilliseconds))
    .executeTakeFirst();
  return row ?? null;
}

/** The posts that somebody holds or will hold, in words: what an account is for. */
export async function postsToCome(db: Kysely<DB>, personId: string, today: string): Promise<ShownPost[]> {
  const rows = await db
    .selectFrom("post")
    .select("id")
    .where("person_id", "=", personId)
    .where("until_on", ">=", today)
    .execute();
  return postsShown(
    db,
    rows.map(({ id }) => id),
    today,
  );
}

/** Uses a link up: of two at once only one succeeds. @throws Problem `invitation_gone` */
export async function useInvitation(trx: Transaction<DB>, token: string, now: Temporal.Instant) {
  const used = await trx
    .updateTable("invitation")
    .set({ accepted_at: now.toString() })
    .where("token_hash", "=", hashOf(token))
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", new Date(now.epochMilliseconds))
    .returning(["id", "person_id as personId", "resets_second_factor as resetsSecondFactor"])
    .executeTakeFirst();
  if (!used) throw new Problem(problems.invitation_gone);
  return used;
}
