import { actorKey, type Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import { sql, type Kysely, type Transaction } from "kysely";
import type { z } from "zod";
import type { Act, Place, StandingReading } from "./act.ts";
import { holdsEdition, presentEdition } from "../database/remembered.ts";
import { performAtOnce } from "./at-once.ts";
import { inOneTransaction, refused } from "./in-one-transaction.ts";
import { isTooDeep } from "./input-depth.ts";
import { inputFaults } from "./input-faults.ts";
import { judged, type Asked, type Request } from "./judged.ts";
import { firstAnswer, isUsable, sendingOf } from "./once-only.ts";
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
    const attempt = async () => {
      const done = asked instanceof Problem ? null : await performAtOnce(db, standing, asked);
      return (
        done ?? inOneTransaction(db, act, performing(standing, await byWhoeverItIs(asked, act, request)))
      );
    };
    return (await (request.idempotencyKey ? tryAgain(attempt) : attempt())).output;
  };
}

/** The act as it is asked for; why it cannot be, for whoever may be told that. */
function askedFor<Schema extends z.ZodType, Output, P extends Place>(
  act: Act<Schema, Output, P>,
  input: unknown,
  request: Request,
): Asked<Schema, Output, P> | Problem {
  if (isTooDeep(input)) return new Problem(actProblems.too_deep);
  const parsed = act.input.safeParse(input, { reportInput: true });
  if (!parsed.success) return new Problem(actProblems.invalid_input, { faults: inputFaults(parsed.error) });
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
  return { ...asked, request: { ...request, actor }, sending };
}

async function presentActor({ actor, remembered }: Request): Promise<Actor> {
  return remembered ? remembered.lookUp() : actor;
}

type Answer<Output> = { readonly output: Output };

const always = sql`select 1 as one`;

const performing =
  <Schema extends z.ZodType, Output, P extends Place>(
    standing: StandingReading,
    asked: Asked<Schema, Output, P>,
  ) =>
  async (trx: Transaction<DB>): Promise<Answer<Output>> => {
    const before = asked.sending && (await firstAnswer<Output>(trx, asked.sending));
    if (before) return before;
    if (asked.act.keepsStructure) holdsEdition(trx, await presentEdition(trx));
    const { given, line } = await judged(trx, standing, asked);
    const rows = isRows(given) ? given : alreadyDone(given);
    const { answer } = (await written(always, rows, line, asked.sending).execute(trx)).rows[0]!;
    return { output: isRows(given) ? answer : given };
  };
