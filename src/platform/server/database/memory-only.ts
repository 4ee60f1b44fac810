import type { DB } from "#db";
import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type Driver,
  type Transaction,
} from "kysely";

/** Thrown where something would have to be asked of the database that is not in memory. */
class NotRemembered extends Error {}

const notRemembered = () => Promise.reject(new NotRemembered("This is not in memory."));

/** A driver with no database behind it. */
const driver: Driver = {
  init: () => Promise.resolve(),
  acquireConnection: notRemembered,
  beginTransaction: notRemembered,
  commitTransaction: notRemembered,
  rollbackTransaction: notRemembered,
  releaseConnection: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
};

const memories = new WeakSet<Kysely<DB>>();

/**
 * What stands in for a transaction where an act is to be judged by what is remembered alone: every question that the memory
 * does not answer is refused with `NotRemembered`, and nothing can be written.
 */
export function memoryOnly(): Transaction<DB> {
  const memory = new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  memories.add(memory);
  return memory as Transaction<DB>;
}

export function isMemory(db: Kysely<DB>): boolean {
  return memories.has(db);
}
