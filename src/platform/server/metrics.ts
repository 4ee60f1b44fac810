import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import type pg from "pg";
import { AggregatorRegistry, collectDefaultMetrics, Gauge, Histogram, register, Registry } from "prom-client";
import { listening } from "./http.ts";

// What an operator watches, in the words of Prometheus. Only a machine's own programs are told: it listens on loopback.

const requests = new Histogram({
  name: "doi_thoai_request_seconds",
  help: "How long requests took, by door and class of answer",
  labelNames: ["door", "status"],
  buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30],
});

/** Begins to count in a process that serves: its requests, its connections, itself. */
export function watch(server: Server, pools: Readonly<Record<string, pg.Pool>>): void {
  collectDefaultMetrics();
  watchConnections(pools);
  new AggregatorRegistry(); // answers the process above
  server.prependListener("request", (request, response) => {
    const began = performance.now();
    const door = request.url?.startsWith("/api/") ? "api" : "page";
    response.once("close", () => {
      const status = response.writableFinished ? `${Math.floor(response.statusCode / 100)}xx` : "broken_off";
      requests.observe({ door, status }, (performance.now() - began) / 1000);
    });
  });
}

function watchConnections(pools: Readonly<Record<string, pg.Pool>>): void {
  new Gauge({
    name: "doi_thoai_connections",
    help: "Connections to the database, and requests that wait for one, by pool",
    labelNames: ["pool", "state"],
    collect() {
      for (const [name, pool] of Object.entries(pools)) {
        this.set({ pool: name, state: "used" }, pool.totalCount - pool.idleCount);
        this.set({ pool: name, state: "idle" }, pool.idleCount);
        this.set({ pool: name, state: "waiting" }, pool.waitingCount);
      }
    },
  });
}

/** What the register itself says: words that wait to go out, words that failed, when the jobs were last done. */
function registerWatch(db: Kysely<DB>): () => Promise<string> {
  const registry = new Registry();
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `doi_thoai_${name}`, help, labelNames, registers: [registry] });
  const up = gauge("database_up", "Whether the database answered");
  const outbox = gauge("outbox_words", "Words that wait to be passed on, or failed for good", ["state"]);
  const overdue = gauge("outbox_overdue_seconds", "How long the oldest word that is due has waited");
  const jobs = gauge("job_done_through_seconds", "The time through which work at set times is done", ["job"]);
  const ask = async () => {
    const words = await wordsOfOutbox(db);
    outbox.set({ state: "waiting" }, words.waiting);
    outbox.set({ state: "failed" }, words.failed);
    overdue.set(words.overdue);
    for (const { name, at } of await jobsDone(db)) jobs.set({ job: name }, at);
  };
  return async () => {
    up.set(
      await ask().then(
        () => 1,
        () => 0,
      ),
    );
    return registry.metrics();
  };
}

async function wordsOfOutbox(db: Kysely<DB>) {
  const { rows } = await sql<{ waiting: number; failed: number; overdue: number }>`
    select count(*) filter (where failed_at is null) as waiting, count(*) filter (where failed_at is not null) as failed,
      greatest(0, coalesce(extract(epoch from now() - min(next_attempt_at) filter (where failed_at is null)), 0))::float8 as overdue
    from outbox where processed_at is null`.execute(db);
  return rows[0]!;
}

async function jobsDone(db: Kysely<DB>) {
  const { rows } = await sql<{ name: string; at: number }>`
    select name, extract(epoch from done_through)::float8 as at from job_run`.execute(db);
  return rows;
}

/** Tells it at `/metrics` on this machine; of several serving processes the sum. */
export async function tellMetrics(
  port: number,
  db: Kysely<DB>,
  several: boolean,
): Promise<{ stop(): Promise<void> }> {
  const serving = several ? new AggregatorRegistry() : null;
  const ofRegister = registerWatch(db);
  const server = createServer((request, response) => {
    if (request.url !== "/metrics") return void response.writeHead(404).end();
    Promise.all([serving ? serving.clusterMetrics() : register.metrics(), ofRegister()]).then(
      (parts) => response.writeHead(200, { "content-type": register.contentType }).end(parts.join("\n")),
      () => response.writeHead(503).end(),
    );
  });
  await listening(server, { port, host: "127.0.0.1" });
  return {
    async stop() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
