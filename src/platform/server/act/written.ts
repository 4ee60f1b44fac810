import { personIdOf, type Actor, type HeldPost } from "#kernel/actor.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { sql, type RawBuilder } from "kysely";
import { keptAnswer, type Sending } from "./once-only.ts";
import type { Rows } from "./rows.ts";

/** What is written down of an act that is done. */
export type AuditLine = {
  readonly act: string;
  readonly now: Temporal.Instant;
  readonly actor: Actor;
  readonly post: HeldPost | null;
  readonly unitId: string | null;
  readonly subjectId: string | null;
  readonly input: Record<string, unknown>;
  readonly requestId: string | undefined;
};

/**
 * The one statement that writes an act, its audit line and the answer that is kept for whoever sends it again. It answers that
 * in one row; none, and nothing is written, where `open` has no row.
 */
export function written<Output>(
  open: RawBuilder<unknown>,
  { parts, done, answer }: Pick<Rows<Output>, "parts" | "done" | "answer">,
  line: AuditLine,
  sending: Sending | null,
): RawBuilder<{ answer: Output }> {
  const all = [
    sql`open as materialized (${open})`,
    ...parts,
    sql`told as materialized (select ${answer} as answer from ${sql.ref(done)})`,
    audited(line),
    ...(sending ? [keptAnswer(sending)] : []),
  ];
  return sql<{ answer: Output }>`with ${sql.join(all)} select answer from told`;
}

function audited({ act, now, actor, post, unitId, subjectId, input, requestId }: AuditLine) {
  return sql`audited as (
    insert into audit_entry (id, act, at, person_id, post_id, actor_label, unit_id, subject_id, input, request_id)
    select ${uuidv7(now)}::uuid, ${act}, ${now.toString()}::timestamptz, ${personIdOf(actor)}::uuid, ${post?.id ?? null}::uuid,
      ${actor.name}, ${unitId}::uuid, ${subjectId}::uuid, ${JSON.stringify(input)}::jsonb, ${requestId ?? null}
    from told)`;
}

/** An act that has written its rows by itself, for `written`. */
export function alreadyDone<Output>(output: Output): Pick<Rows<Output>, "parts" | "done" | "answer"> {
  return { parts: [], done: "open", answer: sql<Output>`${JSON.stringify(output ?? null)}::json` };
}
