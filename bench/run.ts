/**
 * What the product's budgets are measured by: `bin/doi-thoai bench [--size 20000] [--seconds 5] [--only create,list]
 * [--processes 2] [--directus FOLDER]`.
 * Keeps its nation of invented matters in `.bench/SIZE` and fills it the first time.
 */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { inheritedEnvironment } from "#env";
import { openDatabase, type OpenDatabase } from "#platform/server/database/open.ts";
import { migrate } from "#platform/server/database/migrate.ts";
import { projectRoot } from "#platform/server/project-root.ts";
import { againstDirectus } from "./directus-measure.ts";
import type { Measured } from "./asking.ts";
import { fill } from "./fill.ts";
import * as measures from "./measures.ts";
import { memoryOf, workshopOf } from "./processes.ts";

const { values } = parseArgs({
  options: {
    size: { type: "string", default: "20000" },
    seconds: { type: "string", default: "5" },
    only: { type: "string" },
    processes: { type: "string", default: "1" },
    directus: { type: "string" },
  },
});
const names = values.only?.split(",").filter(Boolean) ?? Object.keys(measures);
const unknown = names.filter((name) => !Object.hasOwn(measures, name));
if (unknown.length > 0) {
  console.error(`--only: ${unknown.join(", ")}? ${Object.keys(measures).join(", ")}`);
  process.exit(2);
}
const size = Number(values.size);
const dataFolder = join(projectRoot, ".bench", String(size));
const seconds = Number(values.seconds);
const now = Temporal.Now.instant();
const today = now.toZonedDateTimeISO("Asia/Ho_Chi_Minh").toPlainDate().toString();

const database = await openedWithStatements();
await migrate(database.pool);
await fillOnce();
const began = performance.now();
const server = startServer();
const pid = server.pid!;
try {
  const origin = await addressOf();
  tell({ what: "start", ms: performance.now() - began, ...memory() });
  const bench = { origin, database, seconds, today, server: pid };
  for (const name of names) tellMeasured(await measures[name as keyof typeof measures](bench));
  if (values.directus)
    for (const measured of await againstDirectus(bench, resolve(values.directus))) tellMeasured(measured);
  tell({ what: "after", ...memory() });
} finally {
  server.kill("SIGTERM");
  await new Promise((resolve) => server.once("close", resolve));
  await database.close();
}

/** One line of JSON for each measure, to three digits after the point. */
function tell(figures: Record<string, string | number | null | undefined>): void {
  const rounded = Object.entries(figures).map(([key, value]) => [
    key,
    typeof value === "number" ? Math.round(value * 1000) / 1000 : value,
  ]);
  console.log(JSON.stringify({ size, ...Object.fromEntries(rounded) }));
}

function tellMeasured({ what, figures, pgbench, ratio, more }: Measured): void {
  tell({ what, ...figures, ...(pgbench ? { pgbench, ratio } : {}), ...more });
}

function memory() {
  const workshop = workshopOf(pid);
  return { memoryMB: memoryOf(pid), workshopMB: workshop ? memoryOf(workshop) : null };
}

/** The folder's own database, which counts its statements; what it loads for that it loads when it starts. */
async function openedWithStatements(): Promise<OpenDatabase> {
  for (let tried = 0; ; tried++) {
    const opened = await openDatabase({ databaseUrl: undefined, dataFolder }, "command");
    const { rows } = await opened.pool.query<{ loaded: string }>(
      "select current_setting('shared_preload_libraries') as loaded",
    );
    if (rows[0]!.loaded.includes("pg_stat_statements") || tried === 10) return opened;
    await opened.pool.query("alter system set shared_preload_libraries = 'pg_stat_statements'");
    await opened.close();
    // It ends some time after the last has let go of it.
    await wait(1000);
  }
}

async function fillOnce(): Promise<void> {
  const filled = await database.db.selectFrom("recommendation").select("id").limit(1).executeTakeFirst();
  if (filled) return;
  const started = performance.now();
  await fill(database, size, now, (done) => process.stderr.write(`\r${done} / ${size}`));
  process.stderr.write(`\n${Math.round((performance.now() - started) / 1000)} s\n`);
}

function startServer() {
  const env = {
    ...inheritedEnvironment(),
    PORT: "0",
    HOST: "127.0.0.1",
    DATA_DIR: dataFolder,
    DEMO: "no",
    LOG_LEVEL: "silent",
    WEB_CONCURRENCY: values.processes,
  };
  const serve = join(projectRoot, "bin", "serve");
  return spawn(serve, { cwd: projectRoot, env, stdio: ["ignore", "pipe", "inherit"] });
}

async function addressOf(): Promise<string> {
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /http:\/\/[\w.]+:\d+/.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error("The server ended before it served.");
}
