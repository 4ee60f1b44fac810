import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "#platform/server/project-root.ts";

/** Why the server cannot be tried as a process; undefined when it can. */
export const notBuilt = existsSync(join(projectRoot, "build", "handler.js"))
  ? undefined
  : "the application is not built";

export type ServerProcess = {
  readonly child: ChildProcess;
  /** Where it serves; undefined when it ended instead. */
  readonly address: string | undefined;
  readonly ended: Promise<{ exitCode: number | null; printed: string }>;
};

/** Runs the server entry until it says where it serves, or ends. The caller ends it. */
export async function runServer(settings: NodeJS.ProcessEnv): Promise<ServerProcess> {
  const env = { PATH: process.env.PATH, PORT: "0", LOG_LEVEL: "silent", DEMO: "no", ...settings };
  const child = spawn(process.execPath, [join(projectRoot, "bin", "serve.ts")], { env, stdio: "pipe" });
  let printed = "";
  const ended = once(child, "close") as Promise<[number | null]>;
  const serving = new Promise<string>((resolve) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString("utf8");
      const address = /http:\/\/localhost:\d+/.exec(printed);
      if (address) resolve(address[0]);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
  });
  const address = await Promise.race([serving, ended.then(() => undefined)]);
  return { child, address, ended: ended.then(([exitCode]) => ({ exitCode, printed })) };
}
