import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { projectRoot } from "#platform/server/project-root.ts";

/**
 * Starts a server that a rate is compared with, a script of this folder that says its port in its first line, and lets `ask`
 * ask it at its address, told its process too; whatever becomes of that, it is ended.
 * @param told what it reads before it serves
 */
export async function besideServer<Given>(
  script: "bare-server.ts" | "list-floor.ts",
  ask: (origin: string, pid: number) => Promise<Given>,
  told = "",
): Promise<Given> {
  const server = spawn(process.execPath, [`bench/${script}`], {
    cwd: projectRoot,
    stdio: ["pipe", "pipe", "inherit"],
  });
  try {
    server.stdin.end(told);
    const port = await Promise.race([firstLine(server.stdout), ended(server)]);
    return await ask(`http://127.0.0.1:${port}`, server.pid!);
  } finally {
    server.kill();
  }
}

async function firstLine(lines: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: lines })) return line;
  throw new Error("The server said nothing.");
}

const ended = (server: ChildProcess) =>
  new Promise<never>((_, reject) => server.once("exit", () => reject(new Error("The server ended."))));
