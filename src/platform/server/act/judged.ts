import type { Actor, HeldPost } from "#kernel/actor.ts";
import { dayInVietnam } from "#kernel/clock.ts";
import { permittedPost } from "#kernel/permission.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import type { z } from "zod";
import type { Recognised } from "../recognition/recognised.ts";
import type { Act, Asking, Place, StandingReading } from "./act.ts";
import type { Sending } from "./once-only.ts";
import { actProblems } from "./problems.ts";
import { isRows, type Rows } from "./rows.ts";
import type { AuditLine } from "./written.ts";

/** Who asks, and when; the key makes a double submit one act. */
export type Request = {
  readonly actor: Actor;
  /** Set where the actor is only remembered. */
  readonly remembered?: Remembered;
  readonly now: Temporal.Instant;
  readonly idempotencyKey?: string;
  readonly requestId?: string;
};

/** What tells whether somebody still is who they were, and who they are now where that is not so. */
export type Remembered = {
  readonly recognised: Pick<Recognised<Actor>, "gate" | "values" | "forget">;
  /** @throws Problem where they are nobody any more */
  readonly lookUp: () => Promise<Actor>;
};

/** An act as it was asked for, with its input read. */
export type Asked<Schema extends z.ZodType, Output, P extends Place> = {
  readonly act: Act<Schema, Output, P>;
  readonly input: z.output<Schema>;
  readonly request: Request;
  readonly sending: Sending | null;
};

/** The act up to what it gives: its rows, or what it answers where it has written them itself. */
export async function judged<Schema extends z.ZodType, Output, P extends Place>(
  trx: Transaction<DB>,
  standing: StandingReading,
  { act, input, request }: Asked<Schema, Output, P>,
): Promise<{ readonly given: Output | Rows<Output>; readonly line: AuditLine }> {
  const { actor, now, requestId } = request;
  const today = dayInVietnam(now);
  const { place, post } = await permitted({ trx, actor, today }, standing, act, input);
  if (!act.runAsksAlone) act.alone?.(input as Partial<z.output<Schema>>, today);
  const given = await act.run({ trx, input, place, actor, post, now, today });
  const subjectId = place.subjectId ?? (isRows(given) ? given.subjectId : subjectIn(given));
  const audit = (act.audit ? act.audit(input) : input) as Record<string, unknown>;
  return {
    given,
    line: { act: act.name, now, actor, post, unitId: place.unitId, subjectId, input: audit, requestId },
  };
}

/**
 * The two questions before every act, in their order: whether there is such a subject, for this actor, and whether one of
 * the actor's posts allows the act there. Nothing else is told before both are answered.
 * @throws Problem that the subject is not there; `not_permitted`
 */
async function permitted<Schema extends z.ZodType, Output, P extends Place>(
  asking: Asking,
  standing: StandingReading,
  act: Pick<Act<Schema, Output, P>, "place" | "may">,
  input: z.output<Schema>,
): Promise<{ place: P; post: HeldPost | null }> {
  const { trx, actor, today } = asking;
  const place = await act.place({ ...asking, input });
  if (actor.kind === "system") return { place, post: null };
  const post = permittedPost(act.may, await standing(trx, actor.posts, place, today));
  if (!post) throw new Problem(actProblems.not_permitted);
  return { place, post };
}

/** An act that makes something new has no subject to lock; its answer names what was made. */
function subjectIn(output: unknown): string | null {
  const hasId = typeof output === "object" && output !== null && "id" in output;
  return hasId && typeof output.id === "string" ? output.id : null;
}
