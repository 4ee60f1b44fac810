import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { FIRST_LINK_LASTS } from "../terms.ts";
import { auditAccount } from "./account-audit.ts";
import { COMMAND_LINE } from "./free-account.ts";
import { anyAccount } from "./account.store.ts";
import { insertInvitation } from "./invitation.store.ts";

/** The address of a one-time link. */
export function invitationAddress(origin: string, token: string): string {
  return `${origin}/invitation/${token}`;
}

/**
 * While there is no account at all: a link for whoever sets the product up, who becomes administrator of the
 * centre. Null once there is an account. Each new link ends the one before.
 */
export async function firstAdministratorLink(
  db: Kysely<DB>,
  now: Temporal.Instant,
  origin: string,
): Promise<string | null> {
  return (await anyAccount(db)) ? null : administratorLink(db, now, origin, "first start");
}

/** The same, whatever accounts there are: for whoever keeps the machine, when the last administrator is lost. */
export async function administratorLink(
  db: Kysely<DB>,
  now: Temporal.Instant,
  origin: string,
  by: string = COMMAND_LINE,
): Promise<string> {
  const invitation = { personId: null, resetsSecondFactor: false, lasts: FIRST_LINK_LASTS };
  const { token } = await db.transaction().execute(async (trx) => {
    // Two processes that start at once each print a link; the later one's works.
    await sql`select pg_advisory_xact_lock(hashtext('identity.invite_administrator'))`.execute(trx);
    await auditAccount(trx, { act: "identity.invite_administrator", accountId: null, by }, now);
    return insertInvitation(trx, invitation, now);
  });
  return invitationAddress(origin, token);
}
