import type { DB } from "#db";
import { uuidv7 } from "#kernel/identifier.ts";
import type { Kysely } from "kysely";

/** Whose account it is about, as far as known. */
export type AccountHolder = { readonly userId: string; readonly personId: string; readonly name: string };

export type AccountEntry = {
  /** What was done, named like an act: `identity.change_password`. */
  readonly act: string;
  /** The account it was done to. */
  readonly accountId: string | null;
  /** The person who did it themselves, or what stood in for a person: "command line", "sign-in". */
  readonly by: AccountHolder | string;
  /** Never a password, a code, a key or a token. */
  readonly said?: Readonly<Record<string, string | number | boolean>>;
};

/**
 * The audit line of what happens to an account outside the acts: by the person whose it is, by the sign-in itself, or
 * by whoever keeps the machine.
 */
export async function auditAccount(
  db: Kysely<DB>,
  { act, accountId, by, said = {} }: AccountEntry,
  now: Temporal.Instant,
): Promise<void> {
  const person = typeof by === "string" ? null : by;
  await db
    .insertInto("audit_entry")
    .values({
      id: uuidv7(now),
      act,
      at: now.toString(),
      person_id: person?.personId ?? null,
      post_id: null,
      actor_label: person?.name ?? String(by),
      unit_id: null,
      subject_id: accountId,
      input: JSON.stringify(said),
      request_id: null,
    })
    .execute();
}
