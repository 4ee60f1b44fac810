import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import { sql, type Kysely, type Transaction } from "kysely";
import type { z } from "zod";
import type { Act, Place, StandingReading } from "./act.ts";
import { holdsEdition, presentEdition } from "../database/remembered.ts";
import { performAtOnce } from "./at-once.ts";
import { inOneTransaction } from "./in-one-transaction.ts";
import { isTooDeep } from "./input-depth.ts";
import { inputFaults } from "./input-faults.ts";
import { judged, type Asked, type Request } from "./judged.ts";
import { firstAnswer, sendingOf } from "./once-only.ts";
import { actProblems } from "./problems.ts";
import { isRows } from "./rows.ts";
import { tryAgain } from "./try-again.ts";
import { alreadyDone, written } from "./written.ts";

export type { Request } from "./judged.ts";

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
      (await performAtOnce(db, standing, asked)) ??
      (await inOneTransaction(db, act, (trx) => performIn(trx, standing, asked)));
    return (await (request.idempotencyKey ? tryAgain(attempt) : attempt())).output;
  };
}

function askedFor<Schema extends z.ZodType, Output, P extends Place>(
  act: Act<Schema, Output, P>,
  input: unknown,
  request: Request,
): Asked<Schema, Output, P> {
  if (isTooDeep(input)) throw new Problem(actProblems.too_deep);
  const parsed = act.input.safeParse(input, { reportInput: true });
  if (!parsed.success) throw new Problem(actProblems.invalid_input, { faults: inputFaults(parsed.error) });
  return { act, input: parsed.data, request, sending: sendingOf(act, input, request) };
}

type Answer<Output> = { readonly output: Output };

const always = sql`select 1 as one`;

async function performIn<Schema extends z.ZodType, Output, P extends Place>(
  trx: Transaction<DB>,
  standing: StandingReading,
  asked: Asked<Schema, Output, P>,
): Promise<Answer<Output>> {
  const before = asked.sending && (await firstAnswer<Output>(trx, asked.sending));
  if (before) return before;
  if (asked.act.keepsStructure) holdsEdition(trx, await presentEdition(trx));
  const { given, line } = await judged(trx, standing, asked);
  const rows = isRows(given) ? given : alreadyDone(given);
  const { answer } = (await written(always, rows, line, asked.sending).execute(trx)).rows[0]!;
  return { output: isRows(given) ? answer : given };
}
