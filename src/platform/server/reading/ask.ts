import type { Actor } from "#kernel/actor.ts";
import { dayInVietnam } from "#kernel/clock.ts";
import { holdsAny, permittedPost } from "#kernel/permission.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import type { Kysely, Transaction } from "kysely";
import type { z } from "zod";
import type { StandingReading } from "../act/act.ts";
import { inputFaults } from "../act/input-faults.ts";
import { actProblems } from "../act/problems.ts";
import type { Replica } from "../database/replica.ts";
import { log } from "../log.ts";
import type { Asker, Judged, Reading, ReadingContext } from "./reading.ts";

/** Who asks, when, and by which door. */
export type AskRequest = {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly by: "page" | "api" | "file" | "command";
  readonly requestId?: string;
};

/** The register, and the connections for those who count the whole of it, and the lean ones. */
export type Databases = {
  readonly db: Kysely<DB>;
  readonly reports: Kysely<DB>;
  readonly lean?: Kysely<DB>;
  readonly replica?: Pick<Replica, "read">;
};

export type Ask = <Schema extends z.ZodType, Answer>(
  reading: Reading<Schema, Answer>,
  query: unknown,
  request: AskRequest,
) => Promise<Answer>;

/**
 * The runner of readings, the twin of the runner of acts: what is asked, what it is about, whether this actor may read
 * it, then the reading itself, all of one moment where it takes several statements.
 * @throws Problem `act.invalid_input`, `act.not_permitted`, and what the reading refuses
 */
export function asker(databases: Databases, standing: StandingReading): Ask {
  const admit = admission(databases, standing);
  return async (reading, query, request) => {
    const context = await admit(reading, query, request);
    const answer = await readOf(reading, context, databases.replica);
    if (reading.takesOut || request.by === "file") logTakenOut(reading, context, request);
    return answer;
  };
}

async function readOf<Schema extends z.ZodType, Answer>(
  reading: Reading<Schema, Answer>,
  context: ReadingContext<z.output<Schema>, never>,
  replica: Databases["replica"],
): Promise<Answer> {
  if (!reading.oneMoment) return reading.read(context);
  const read = (trx: Transaction<DB>) => reading.read({ ...context, db: trx });
  const over = replica && reading.ofDaysOver?.(context.query, context.today);
  const told = over ? await replica.read(read) : null;
  if (told) return told.answer;
  return context.db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(read);
}

type Admit = <Schema extends z.ZodType>(
  reading: Reading<Schema>,
  query: unknown,
  request: AskRequest,
) => Promise<ReadingContext<z.output<Schema>, never>>;

/** The first part of the same: whether it may be asked, and with what it is then read. */
export function admission({ db, reports, lean }: Databases, standing: StandingReading): Admit {
  return async (reading, query, { actor, now }) => {
    const own = reading.heavy ? reports : reading.onLeanConnections ? (lean ?? db) : db;
    const asking = { db: own, actor, query: questionIn(reading, query), now, today: dayInVietnam(now) };
    const place = await reading.place(asking);
    await refuseUnlessPermitted(reading, asking, place as Judged, standing);
    return { ...asking, place: place as never, ...(lean && { lean }) };
  };
}

/** What is asked, as the reading takes it. @throws Problem `act.invalid_input` */
export function questionIn<Schema extends z.ZodType>(
  { query }: { readonly query: Schema },
  asked: unknown,
): z.output<Schema> {
  const parsed = query.safeParse(asked, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new Problem(actProblems.invalid_input, { faults: inputFaults(parsed.error) });
}

async function refuseUnlessPermitted(
  { may }: Pick<Reading, "may">,
  { db, actor, today }: Asker<unknown>,
  place: Judged,
  standing: StandingReading,
): Promise<void> {
  if (typeof may === "string" || actor.kind === "system") return;
  const permitted =
    "anywhere" in may
      ? holdsAny(actor, may.anywhere)
      : permittedPost(may, await standing(db, actor.posts, place, today));
  if (!permitted) throw new Problem(actProblems.not_permitted);
}

function logTakenOut(
  { name }: Reading,
  { actor, query }: Asker<unknown>,
  { by, requestId }: AskRequest,
): void {
  const who = actor.kind === "person" ? actor.personId : actor.name;
  log.info({ reading: name, query, actor: who, by, requestId }, "taken out");
}
