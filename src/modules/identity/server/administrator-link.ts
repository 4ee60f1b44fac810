import type { DB } from "#db";
import { sql, type Kysely, type Transaction } from "kysely";
import { FIRST_LINK_LASTS } from "../terms.ts";
import { auditAccount } from "./account-audit.ts";
import { COMMAND_LINE } from "./free-account.ts";
import { anyAccount } from "./account.store.ts";
import { insertInvitation, openAdministratorLinkSince } from "./invitation.store.ts";

/** The address of a one-time link. */
export function invitationAddress(origin: string, token: string): string {
  return `${origin}/invitation/${token}`;
}

/** So long, in seconds, another start is taken for one at the same time as ours. */
const ATONCE = 60;

/**
 * While there is no account at all: a link for whoever sets the product up, who becomes administrator of the
 * centre. Null once there is an account. Each new link ends the one before; but of processes that start at once on an
 * empty database one has the link, and the others are told that it is printed there.
 */
export async function firstAdministratorLink(
  db: Kysely<DB>,
  now: Temporal.Instant,
  origin: string,
): Promise<string | "printed elsewhere" | null> {
  if (await anyAccount(db)) return null;
  return db.transaction().execute(async (trx) => {
    await oneAtATime(trx);
    const since = now.subtract({ seconds: ATONCE });
    if (await openAdministratorLinkSince(trx, since)) return "printed elsewhere";
    return makeLink(trx, now, origin, "first start");
  });
}

/** The same, whatever accounts there are: for whoever keeps the machine, when the last administrator is lost. */
export async function administratorLink(
  db: Kysely<DB>,
  now: Temporal.Instant,
  origin: string,
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    await oneAtATime(trx);
    return makeLink(trx, now, origin, COMMAND_LINE);
  });
}

async function oneAtATime(trx: Transaction<DB>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('identity.invite_administrator'))`.execute(trx);
}

async function makeLink(
  trx: Transaction<DB>,
  now: Temporal.Instant,
  origin: string,
  by: string,
): Promise<string> {
  await auditAccount(trx, { act: "identity.invite_administrator", accountId: null, by }, now);
  const invitation = { personId: null, resetsSecondFactor: false, lasts: FIRST_LINK_LASTS, by: null };
  const { token } = await insertInvitation(trx, invitation, now);
  return invitationAddress(origin, token);
}
