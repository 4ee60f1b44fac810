import { personIdOf, type Actor, type HeldPost } from "#kernel/actor.ts";
import { dayInVietnam } from "#kernel/clock.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { permittedPost } from "#kernel/permission.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import type { Kysely, Transaction } from "kysely";
import type { z } from "zod";
import { againIfCrossed } from "./again-if-crossed.ts";
import type { Act, Asking, Place, StandingReading } from "./act.ts";
import { asProblem, isDatabaseAway, statedProblem } from "./database-problems.ts";
import { logDatabaseFault } from "../database/fault-log.ts";
import { isTooDeep } from "./input-depth.ts";
import { inputFaults } from "./input-faults.ts";
import { onceOnly } from "./once-only.ts";
import { actProblems } from "./problems.ts";
import { tryAgain } from "./try-again.ts";

/** Who asks, and when; the key makes a double submit one act. */
export type Request = {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly idempotencyKey?: string;
  readonly requestId?: string;
};

export type Perform = <Schema extends z.ZodType, Output, P extends Place>(
  act: Act<Schema, Output, P>,
  input: unknown,
  request: Request,
) => Promise<Output>;

/**
 * The runner of acts. In one transaction: input, once only, place, permission, the act itself, its audit line.
 * @throws Problem for anything the asker can mend; nothing is written then, unless it is `outcome_unknown`
 */
export function performer(db: Kysely<DB>, standing: StandingReading): Perform {
  return async (act, input, request) => {
    if (isTooDeep(input)) throw new Problem(actProblems.too_deep);
    const parsed = act.input.safeParse(input, { reportInput: true });
    if (!parsed.success) throw new Problem(actProblems.invalid_input, { faults: inputFaults(parsed.error) });
    const attempt = () =>
      inOneTransaction(db, act, (trx) =>
        onceOnly(trx, act, input, request, () => performIn(trx, standing, act, parsed.data, request)),
      );
    return request.idempotencyKey ? tryAgain(attempt) : attempt();
  };
}

/** A database lost before the commit has written nothing; lost while it commits, it may have written all. */
async function inOneTransaction<Output>(
  db: Kysely<DB>,
  act: Pick<Act, "name" | "constraints">,
  work: (trx: Transaction<DB>) => Promise<Output>,
): Promise<Output> {
  let committing = false;
  try {
    return await againIfCrossed(() => {
      committing = false;
      return db.transaction().execute(async (trx) => {
        const output = await work(trx);
        committing = true;
        return output;
      });
    });
  } catch (error) {
    const stated = statedProblem(error, act.constraints);
    if (stated) throw stated;
    logDatabaseFault(error, { part: act.name });
    if (isDatabaseAway(error)) throw new Problem(committing ? actProblems.outcome_unknown : actProblems.busy);
    throw asProblem(error);
  }
}

async function performIn<Schema extends z.ZodType, Output, P extends Place>(
  trx: Transaction<DB>,
  standing: StandingReading,
  act: Act<Schema, Output, P>,
  input: z.output<Schema>,
  request: Request,
): Promise<Output> {
  const { actor, now } = request;
  const today = dayInVietnam(now);
  const { place, post } = await permitted({ trx, actor, today }, standing, act, input);
  const output = await act.run({ trx, input, place, actor, post, now, today });
  await trx
    .insertInto("audit_entry")
    .values({
      id: uuidv7(now),
      act: act.name,
      at: now.toString(),
      person_id: personIdOf(actor),
      post_id: post?.id ?? null,
      actor_label: actor.name,
      unit_id: place.unitId,
      subject_id: place.subjectId ?? subjectIn(output),
      input: JSON.stringify(act.audit ? act.audit(input) : input),
      request_id: request.requestId ?? null,
    })
    .execute();
  return output;
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
