import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";

/** Milliseconds; whoever asks whether we are ready wants to know within two seconds. */
const SOON = 1_500;

/**
 * Whether the database takes work now, asked over a connection of its own, so that neither a full pool nor a server
 * that has stopped answering keeps the answer back. Those who ask at once share one answer, which comes `within` so many
 * milliseconds.
 */
export function readinessOf(config: pg.ClientConfig, within = SOON): () => Promise<void> {
  let asking: Promise<void> | undefined;
  return () => (asking ??= askOnce(config, within).finally(() => (asking = undefined)));
}

/** @throws whatever keeps it from working; that it takes no writes, too */
async function askOnce(config: pg.ClientConfig, within: number): Promise<void> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: within, query_timeout: within });
  client.on("error", () => undefined); // what is asked reports it
  const over = new AbortController();
  try {
    await Promise.race([askOf(client), tooLate(within, over.signal)]);
  } finally {
    over.abort();
    // Not `end`, which would wait for the answer of a server that gives none.
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }
}

async function askOf(client: pg.Client): Promise<void> {
  await client.connect();
  const { rows } = await client.query<{ read_only: string }>(
    "select current_setting('transaction_read_only') as read_only",
  );
  await client.end();
  if (rows[0]?.read_only === "on") throw readOnly();
}

async function tooLate(within: number, signal: AbortSignal): Promise<never> {
  await wait(within, undefined, { signal, ref: false }).catch(() => undefined);
  throw new Error("Query read timeout");
}

/** As the server itself would say at the first write. */
const readOnly = () => Object.assign(new Error("the database is read-only"), { code: "25006" });
