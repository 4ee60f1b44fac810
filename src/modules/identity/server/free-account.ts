import type { DB } from "#db";
import type { Kysely } from "kysely";
import { auditAccount } from "./account-audit.ts";
import { accountNamed, endLock } from "./account.store.ts";
import { forgetFailures } from "./lock-out.store.ts";

export const COMMAND_LINE = "command line";

/**
 * Sets an account free, from its lock and from waiting, for whoever keeps the machine. Null where there is none of
 * that name; otherwise whether there was anything to end.
 */
export async function freeAccount(
  db: Kysely<DB>,
  username: string,
  now: Temporal.Instant,
): Promise<boolean | null> {
  const account = await accountNamed(db, username);
  if (!account) return null;
  return db.transaction().execute(async (trx) => {
    const waited = await forgetFailures(trx, username);
    const locked = await endLock(trx, account.id, now);
    const said = { waited, locked };
    await auditAccount(
      trx,
      { act: "identity.unlock_account", accountId: account.id, by: COMMAND_LINE, said },
      now,
    );
    return waited || locked;
  });
}
