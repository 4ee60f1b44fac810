import {
  AbortedTransactionError,
  CompiledQuery,
  PostgresDialect,
  PostgresDriver,
  type DatabaseConnection,
  type TransactionSettings,
} from "kysely";
import type pg from "pg";

// What a transaction needs besides its questions, its beginning and its commit, needs no trips of its own: over connections that
// send a question before the one in front of it is answered, they go with the first and with the last.

const firstOnes = new WeakSet<object>();
const lastOnes = new WeakSet<object>();

/**
 * Says that a question may go with the beginning of its transaction: where that failed alone, this one would be asked
 * outside of any, so it must write nothing.
 */
export function beginsWith<Row>(query: CompiledQuery<Row>): CompiledQuery<Row> {
  firstOnes.add(query.queryId);
  return query;
}

/** Says that a question is the last of its transaction: where trips are joined, the commit is sent right behind it. */
export function endsWith<Row>(query: CompiledQuery<Row>): CompiledQuery<Row> {
  lastOnes.add(query.queryId);
  return query;
}

type Way = { begins: boolean; committed: Promise<Answer> | undefined };
type Answer = Awaited<ReturnType<DatabaseConnection["executeQuery"]>>;

const begin = CompiledQuery.raw("begin");
const commit = CompiledQuery.raw("commit");

class JoiningDriver extends PostgresDriver {
  readonly #ways = new WeakMap<DatabaseConnection, Way>();

  override async acquireConnection(
    ...options: Parameters<PostgresDriver["acquireConnection"]>
  ): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection(...options);
    if (!this.#ways.has(connection)) this.#ways.set(connection, joinTrips(connection));
    return connection;
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    const way = this.#ways.get(connection)!;
    way.committed = undefined;
    if (settings.isolationLevel || settings.accessMode) return super.beginTransaction(connection, settings);
    way.begins = true;
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const way = this.#ways.get(connection)!;
    if (way.begins) return void (way.begins = false); // nothing was asked
    if (!way.committed) return super.commitTransaction(connection);
    if (tagOf(await way.committed) === "ROLLBACK") throw new AbortedTransactionError();
  }

  override async rollbackTransaction(
    connection: Parameters<PostgresDriver["rollbackTransaction"]>[0],
  ): Promise<void> {
    const way = this.#ways.get(connection)!;
    if (way.begins) return void (way.begins = false);
    if (!way.committed) return super.rollbackTransaction(connection);
    // Behind a question that failed the commit has taken everything back. Where it failed itself the connection may be lost,
    // which whoever asks over it finds out.
    const answer = await way.committed.catch(() => null);
    if (answer === null) return super.rollbackTransaction(connection);
    if (tagOf(answer) === "COMMIT") throw new CommittedAllTheSame();
  }
}

/** The last question was not heard, or refused by the driver; what was asked before it is written. */
export class CommittedAllTheSame extends Error {}

const tagOf = ({ rows }: Answer) => (rows[0] as { command?: string } | undefined)?.command;

function joinTrips(connection: DatabaseConnection): Way {
  const way: Way = { begins: false, committed: undefined };
  const send = connection.executeQuery.bind(connection) as (query: CompiledQuery) => Promise<Answer>;
  const joined = async (query: CompiledQuery): Promise<Answer> => {
    const begun = way.begins ? send(begin) : undefined;
    way.begins = false;
    if (begun && !firstOnes.has(query.queryId)) await begun;
    const answer = send(query);
    if (lastOnes.has(query.queryId)) {
      way.committed = send(commit);
      way.committed.catch(() => undefined); // heard by the commit, or of no interest behind a failure
    }
    const [, told] = await Promise.all([begun, answer]);
    return told;
  };
  connection.executeQuery = joined as DatabaseConnection["executeQuery"];
  return way;
}

/** The dialect for a pool whose clients send their questions without waiting. */
export class JoiningDialect extends PostgresDialect {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): PostgresDriver {
    return new JoiningDriver({ pool: this.#pool });
  }
}
