import { AsyncLocalStorage } from "node:async_hooks";
import type { DB } from "#db";
import { Kysely, PostgresDialect, sql, type CompiledQuery, type RawBuilder } from "kysely";
import type pg from "pg";
import { log } from "../log.ts";

// What is drawn from the database's answers alone is the same as long as the answers are. So what was asked is recorded
// while it is drawn, and can be asked again as one question with one short answer.

/** Over `lean` is asked what one plan is right for; over `db` anything else. */
type Handles = { readonly db: Kysely<DB>; readonly lean: Kysely<DB> };

const drawing = new AsyncLocalStorage<Handles & { readonly plain: Kysely<DB> }>();

/** The handles that record, for whoever reads in the course of what is being recorded. */
export function recordingDatabase(): Handles | undefined {
  return drawing.getStore();
}

/** Does work whose questions are not recorded: what it reads is known by the structure's edition. */
export function unrecorded<T>(db: Kysely<DB>, work: (db: Kysely<DB>) => T): T {
  const store = drawing.getStore();
  return store && (store.db === db || store.lean === db) ? drawing.exit(() => work(store.plain)) : work(db);
}

export type Recorded = {
  /** In the order in which they were asked. */
  readonly questions: readonly CompiledQuery[];
  /** Whether one plan is right for each of them: then it is for all as one. */
  readonly lean: boolean;
};

/** What changes something, or is not the same each time it is asked, is not asked again. */
const onlyOnce =
  /\b(insert|update|delete|begin|commit|lock|nextval|random|gen_random_uuid|now|timeofday|localtime|localtimestamp|current_time|current_date|(clock|statement|transaction|current)_timestamp)\b/i;

export const canBeAskedAgain = ({ questions }: Recorded): boolean =>
  questions.every(({ sql: text }) => /^\s*(select|with)\b/i.test(text) && !onlyOnce.test(text));

/**
 * Does work in one moment of the database, and tells what it asked. `after` is done in the same moment. Nothing is written.
 */
export async function recorded<T, Told>(
  { db: plain, pool }: { readonly db: Kysely<DB>; readonly pool: pg.Pool },
  work: () => Promise<T>,
  after: (db: Kysely<DB>, recorded: Recorded) => Promise<Told>,
): Promise<{ done: T; told: Told | null }> {
  const client = await pool.connect();
  const questions: CompiledQuery[] = [];
  let lean = true;
  try {
    await client.query(begin);
    const one = oneAfterAnother(client);
    const record = (usual: boolean) => {
      const dialect = new PostgresDialect({ pool: one.pool(usual ? asUsual : null) });
      return new Kysely<DB>({
        dialect,
        log({ query }) {
          questions.push(query);
          lean &&= !usual;
        },
      });
    };
    const db = record(true);
    const done = await drawing.run({ db, lean: record(false), plain }, work);
    const told = await toldOf({ questions: [...questions], lean }, (asked) => after(db, asked));
    await one.close();
    await client.query("rollback");
    client.release();
    return { done, told };
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** As on lean connections (`connect.ts`), until something is asked that is not lean. */
const begin =
  "begin isolation level repeatable read, read only; set local plan_cache_mode = force_generic_plan";
const asUsual = "set local plan_cache_mode = auto";

/** What was done stands, whether or not it can be told what it asked. */
async function toldOf<Told>(asked: Recorded, tell: (asked: Recorded) => Promise<Told>): Promise<Told | null> {
  if (!canBeAskedAgain(asked)) return null;
  return tell(asked).catch((error: unknown) => {
    log.warn({ err: error }, "what was asked cannot be asked again as one question");
    return null;
  });
}

/**
 * One connection for questions that are asked at the same time: they wait for one another. Once it is closed those that still
 * wait are not asked, for the connection is somebody else's then.
 */
function oneAfterAnother(client: pg.PoolClient) {
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  const made = new Set<string>();
  const inTurn = <T>(ask: () => Promise<T>): Promise<T> => {
    const answer = last.then(() => {
      if (closed) throw new Error("What was drawn is done.");
      return ask();
    });
    last = answer.catch(() => undefined);
    return answer;
  };
  return {
    /** @param setting made once, before the first question that is asked by this way */
    pool(setting: string | null): pg.Pool {
      const query = (...args: Parameters<typeof client.query>) => {
        if (setting !== null && !made.has(setting)) {
          made.add(setting);
          inTurn(async () => client.query(setting)).catch(() => undefined); // the question behind it fails, too
        }
        return inTurn(async () => client.query(...args));
      };
      const one = {
        connect: () => Promise.resolve({ query, release: () => undefined }),
        end: () => Promise.resolve(),
      };
      return one as unknown as pg.Pool;
    },
    async close() {
      closed = true;
      await last;
    },
  };
}

/** One text that is another as soon as the answer of any of these questions is. */
export function answersOf({ questions }: Recorded): RawBuilder<string> {
  const answers = questions.map((query, at) => {
    const name = sql.raw(`asked_${at}`);
    return sql`coalesce((select json_agg(${name})::text from (${again(query)}) ${name}), '')`;
  });
  return sql<string>`md5(concat_ws(chr(1), ${sql.join(answers.length > 0 ? answers : [sql`''`])}))`;
}

/** The same question with its values as parts of another one. */
function again({ sql: text, parameters }: CompiledQuery): RawBuilder<unknown> {
  const parts = text.split(/\$(\d+)/);
  return sql.join(
    parts.map((part, at) => (at % 2 === 0 ? sql.raw(part) : sql`${parameters[Number(part) - 1]}`)),
    sql.raw(""),
  );
}
