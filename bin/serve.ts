/** The server: database, migrations, then the built application. Started by `bin/start`. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startBackground } from "#acts/background.ts";
import { withApi } from "#api/node-handler.ts";
import { withReadableAddresses } from "#api/readable-address.ts";
import { readEnv, type Env } from "#env";
import { fillDemo, isUntouched } from "../src/demo/fill.ts";
import { welcome } from "../src/demo/welcome.ts";
import { printing } from "#modules/document/server/index.ts";
import { setCurrentDatabase } from "#platform/server/database/current.ts";
import { openDatabase, type OpenDatabase } from "#platform/server/database/open.ts";
import { withDrawnPages } from "#platform/server/drawn/with-drawn-pages.ts";
import { setCurrentFiles } from "#platform/server/files/current-files.ts";
import { schemeHeader, serve, shownAddress, stopServing, type Handler } from "#platform/server/http.ts";
import { tellMetrics, watch } from "#platform/server/metrics.ts";
import { isOneOfSeveral, startProcesses, tellFailure, type Processes } from "#platform/server/processes.ts";
import { projectRoot } from "#platform/server/project-root.ts";
import { startDatabase } from "#platform/server/start.ts";
import { problemText } from "#platform/server/start-problem.ts";
import { openCurrentWorkshop } from "#platform/server/workshop/current-workshop.ts";

/** Bytes of a request: a large register file. */
const bodyLimit = 32 * 1024 ** 2;

/** Milliseconds: as long as a large register takes to come in. */
const finishWithin = 30_000;

if (isOneOfSeveral) {
  serveAsOneOfSeveral().catch(async (error: unknown) => {
    await tellFailure(error);
    process.exit(1);
  });
} else {
  main().catch((error: unknown) => {
    console.error(problemText(error));
    process.exit(1);
  });
}

async function main() {
  const env = readEnv();
  const database = await startDatabase(env, "app");
  try {
    const now = Temporal.Now.instant();
    if (env.demo && (await isUntouched(database.db))) await fillDemo(database.db, now);
    const several = env.processes > 1;
    const serving = several ? await startProcesses(env.processes) : await serveHere(env, database);
    const metrics = env.metricsPort ? await tellMetrics(env.metricsPort, database.db, several) : null;
    const background = await startBackground(database, env);
    console.log(await welcome(database.db, now, shownAddress(env, serving.port)));
    onceAsked(async () => {
      await serving.stop();
      await background.stop();
      await metrics?.stop();
      await database.close();
    });
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The process above has the database migrated, and does what is done in the background. */
async function serveAsOneOfSeveral() {
  const env = readEnv();
  const database = await openDatabase(env, "server");
  setCurrentDatabase(database);
  setCurrentFiles(env);
  const { stop } = await serveHere(env, database);
  onceAsked(async () => {
    await stop();
    await database.close();
  });
}

async function serveHere(env: Env, { pool, reportPool, leanPool }: OpenDatabase): Promise<Processes> {
  const pages = withDrawnPages(await builtHandler());
  const { server, port } = await serve(env, withReadableAddresses(withApi(pages, bodyLimit)));
  if (env.metricsPort)
    watch(server, { people: pool, reports: reportPool, ...(leanPool && { lean: leanPool }) });
  const workshop = openCurrentWorkshop(env);
  workshop.prepare(printing);
  const stop = async () => {
    await stopServing(server, finishWithin);
    workshop.close();
  };
  return { port, stop };
}

/** Ends in good order at a signal, or once the process above is gone. */
function onceAsked(end: () => Promise<void>): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await end();
    process.exit(0);
  };
  process.on("SIGINT", stop).on("SIGTERM", stop).on("disconnect", stop);
}

async function builtHandler(): Promise<Handler> {
  process.env.PROTOCOL_HEADER = schemeHeader;
  process.env.BODY_SIZE_LIMIT = String(bodyLimit);
  const built = (await import(pathToFileURL(join(projectRoot, "build", "handler.js")).href)) as {
    handler: Handler;
  };
  return built.handler;
}
