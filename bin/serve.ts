/** The server: database, migrations, then the built application. Started by `bin/start`. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startBackground } from "#acts/background.ts";
import { withReadableAddresses } from "#api/readable-address.ts";
import { readEnv } from "#env";
import { fillDemo, isUntouched } from "../src/demo/fill.ts";
import { welcome } from "../src/demo/welcome.ts";
import { schemeHeader, serve, stopServing, type Handler } from "#platform/server/http.ts";
import { projectRoot } from "#platform/server/project-root.ts";
import { startDatabase } from "#platform/server/start.ts";
import { problemText } from "#platform/server/start-problem.ts";

/** Milliseconds: as long as a large register takes to come in. */
const finishWithin = 30_000;

main().catch((error: unknown) => {
  console.error(problemText(error));
  process.exit(1);
});

async function main() {
  const env = readEnv();
  const database = await startDatabase(env, "app");
  try {
    const now = Temporal.Now.instant();
    if (env.demo && (await isUntouched(database.db))) await fillDemo(database.db, now);
    const { server, address } = await serve(env, withReadableAddresses(await builtHandler()));
    const background = await startBackground(database, env);
    console.log(await welcome(database.db, now, env.originGiven ? env.origin : address));
    let stopping = false;
    const stop = async () => {
      if (stopping) return;
      stopping = true;
      await stopServing(server, finishWithin);
      await background.stop();
      await database.close();
      process.exit(0);
    };
    process.on("SIGINT", stop).on("SIGTERM", stop);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function builtHandler(): Promise<Handler> {
  process.env.PROTOCOL_HEADER = schemeHeader;
  process.env.BODY_SIZE_LIMIT ??= "32M";
  const built = (await import(pathToFileURL(join(projectRoot, "build", "handler.js")).href)) as {
    handler: Handler;
  };
  return built.handler;
}
