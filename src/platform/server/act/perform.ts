import { actorKey, type Actor } from "#kernel/actor.ts";
import { dayInVietnam } from "#kernel/clock.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import type { Kysely, Transaction } from "kysely";
import type { z } from "zod";
import type { Act, Place, StandingReading } from "./act.ts";
import { endsWith } from "../database/joined-trips.ts";
import { Crossed } from "./again-if-crossed.ts";
import { performAtOnce } from "./at-once.ts";
import { faultsBeside } from "./faults-beside.ts";
import { inOneTransaction, refused } from "./in-one-transaction.ts";
import { isTooDeep } from "./input-depth.ts";
import { inputFaults } from "./input-faults.ts";
import { judged, type Asked, type Request } from "./judged.ts";
import { isUsable, sendingOf } from "./once-only.ts";
import { holdsStill, isNoLonger, NoLonger, opened } from "./opening.ts";
import { actProblems } from "./problems.ts";
import { isRows } from "./rows.ts";
import { tryAgain } from "./try-again.ts";
import { alreadyDone, written } from "./written.ts";

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
    const asked = askedFor(act, input, request);
    const attempt = async () =>
      (asked instanceof Problem ? null : await asRemembered(db, standing, asked)) ??
      inOneTransaction(db, act, performing(standing, await byWhoeverItIs(asked, act, request)));
    return (await (request.idempotencyKey ? tryAgain(attempt) : attempt())).output;
  };
}

/** Where who asks, or what the act asks, is remembered: in one statement, or in few. Null where that does not hold. */
async function asRemembered<Schema extends z.ZodType, Output, P extends Place>(
  db: Kysely<DB>,
  standing: StandingReading,
  asked: Asked<Schema, Output, P>,
): Promise<Answer<Output> | null> {
  const done = await performAtOnce(db, standing, asked);
  const { remembered } = asked.request;
  if (done || !remembered) return done;
  try {
    return await inOneTransaction(db, asked.act, performing(standing, asked));
  } catch (error) {
    if (!(error instanceof NoLonger)) throw error;
    remembered.recognised.forget();
    return null;
  }
}

/** The act as it is asked for; why it cannot be, for whoever may be told that. */
function askedFor<Schema extends z.ZodType, Output, P extends Place>(
  act: Act<Schema, Output, P>,
  input: unknown,
  request: Request,
): Asked<Schema, Output, P> | Problem {
  if (isTooDeep(input)) return new Problem(actProblems.too_deep);
  const parsed = act.input.safeParse(input, { reportInput: true });
  if (!parsed.success) {
    const found = inputFaults(parsed.error);
    const faults = [...found, ...faultsBeside(found, act, input, dayInVietnam(request.now))];
    return new Problem(actProblems.invalid_input, { faults });
  }
  if (!isUsable(request.idempotencyKey)) return new Problem(actProblems.key_not_usable);
  return { act, input: parsed.data, request, sending: sendingOf(act, input, request) };
}

/** The same by who the actor is at present. @throws Problem where they are nobody any more; why it cannot be asked for */
async function byWhoeverItIs<Schema extends z.ZodType, Output, P extends Place>(
  asked: Asked<Schema, Output, P> | Problem,
  act: Pick<Act, "name">,
  request: Request,
): Promise<Asked<Schema, Output, P>> {
  const actor = await presentActor(request).catch((error: unknown) => {
    throw error instanceof Problem ? error : refused(error, act, false);
  });
  if (asked instanceof Problem) throw asked;
  const sending = asked.sending && { ...asked.sending, actor: actorKey(actor) };
  return { ...asked, request: { ...request, actor, remembered: undefined }, sending };
}

async function presentActor({ actor, remembered }: Request): Promise<Actor> {
  return remembered ? remembered.lookUp() : actor;
}

type Answer<Output> = { readonly output: Output };

const performing =
  <Schema extends z.ZodType, Output, P extends Place>(
    standing: StandingReading,
    asked: Asked<Schema, Output, P>,
  ) =>
  async (trx: Transaction<DB>, commits: () => void): Promise<Answer<Output>> => {
    const before = await opened(trx, asked);
    if (before) {
      commits();
      return before;
    }
    const { given, line } = await judged(trx, standing, asked);
    const rows = isRows(given) ? given : alreadyDone(given);
    const last = endsWith(written(holdsStill(trx, asked), rows, line, asked.sending).compile(trx));
    commits();
    const told = await trx.executeQuery(last).catch((error: unknown) => {
      if (!isNoLonger(error)) throw error;
      throw asked.request.remembered ? new NoLonger() : new Crossed();
    });
    return { output: isRows(given) ? told.rows[0]!.answer : given };
  };
