import { personIdOf, type Actor } from "#kernel/actor.ts";
import { enqueue } from "#platform/server/outbox.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";

type By = { readonly trx: Transaction<DB>; readonly actor: Actor; readonly now: Temporal.Instant };

/** Leaves word of what was done, with who did it: whoever does a thing is not told of it. */
export async function leaveWord(
  { trx, actor, now }: By,
  topic: ConferenceTopic,
  about: Record<string, unknown>,
): Promise<void> {
  const by = personIdOf(actor);
  await enqueue(trx, topic, { ...about, by }, now);
}

/** What others are told about conferences. */
export type ConferenceTopic =
  | "conference.invited"
  | "conference.quota_changed"
  | "conference.uninvited"
  | "conference.changed"
  | "conference.called_off"
  | "conference.draft_asked"
  | "conference.draft_given"
  | "conference.draft_withdrawn";
