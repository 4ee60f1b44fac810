import type pg from "pg";

// Short questions over few connections. Who waits for a connection while others wait too shares it with them: what is written to
// the database in one piece wakes it once, and it answers one after another without falling asleep in between.

/** One statement for itself: whatever becomes of those beside it, its answer is its own. */
type Question = pg.QueryArrayConfig<unknown[]>;
type Waiting = {
  readonly question: Question;
  readonly answer: (rows: unknown[][]) => void;
  readonly refuse: (error: unknown) => void;
};
type Queue = {
  readonly waiting: Waiting[];
  /** How many wait for a connection on behalf of all. */ turns: number;
};

const queues = new WeakMap<pg.Pool, Queue>();

/** The rows that answer it; a connection on which a question failed is given up once those beside it are answered. */
export function askInTurn(pool: pg.Pool, question: Question): Promise<unknown[][]> {
  const queue = queues.get(pool) ?? { waiting: [], turns: 0 };
  queues.set(pool, queue);
  return new Promise((answer, refuse) => {
    queue.waiting.push({ question, answer, refuse });
    takeTurns(pool, queue);
  });
}

function takeTurns(pool: pg.Pool, queue: Queue): void {
  while (queue.turns < Math.min(queue.waiting.length, pool.options.max)) {
    queue.turns += 1;
    void takeTurn(pool, queue);
  }
}

async function takeTurn(pool: pg.Pool, queue: Queue): Promise<void> {
  const { waiting } = queue;
  const client = await pool.connect().catch((error: unknown) => {
    // All are told at once: each may have another way to its answer.
    for (const { refuse } of waiting.splice(0)) refuse(error);
    return null;
  });
  queue.turns -= 1;
  if (client) client.release(await ask(client, waiting.splice(0, shareOf(pool, waiting.length))));
  takeTurns(pool, queue);
}

/** As many as leave the same to each other connection; one where a connection answers before it is asked again. */
function shareOf({ options }: pg.Pool, waiting: number): number {
  return options.pipeline ? Math.ceil(waiting / options.max) : 1;
}

/** Whether any failed. */
async function ask(client: pg.PoolClient, questions: readonly Waiting[]): Promise<boolean> {
  const { stream } = (client as unknown as { connection: { stream: Corked } }).connection;
  let failed: { readonly error: unknown } | undefined;
  stream.cork();
  const answers = questions.map(({ question, answer, refuse }) =>
    client.query(question).then(
      ({ rows }) => answer(rows),
      (error: unknown) => {
        // What comes behind a failure may have failed for it: the statement that both are was not prepared.
        failed ??= { error };
        refuse(failed.error);
      },
    ),
  );
  stream.uncork();
  await Promise.all(answers);
  return failed !== undefined;
}

type Corked = { cork(): void; uncork(): void };
