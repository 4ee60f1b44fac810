import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { projectRoot } from "#platform/server/project-root.ts";
import type { Role } from "#platform/server/database/keeper-messages.ts";

export type Holder = {
  pid: number;
  query(sql: string): Promise<unknown>;
  /** Lets go of the database in good order; answers once the process has ended. */
  close(): Promise<void>;
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
};

type Account = { uid?: number; gid?: number };

/** Starts a process that holds the database of the folder; what it prints on refusal is the error's message. */
export async function startHolder(folder: string, role: Role, account: Account = {}): Promise<Holder> {
  const program = join(projectRoot, "tests", "support", "holder.ts");
  const child = spawn(process.execPath, [program, folder, role], { ...account, cwd: "/", stdio: "pipe" });
  const ended = once(child, "close");
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString("utf8")));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async () => {
    const { value, done } = await lines.next();
    if (!done) return value;
    const [code] = await ended;
    throw Object.assign(new Error(complaint.trim()), { exitCode: code as unknown });
  };

  await nextLine();
  return {
    pid: child.pid!,
    async query(sql) {
      child.stdin.write(`${sql}\n`);
      const answer = JSON.parse(await nextLine()) as { rows: unknown } | { refused: string };
      if ("refused" in answer) throw new Error(answer.refused);
      return answer.rows;
    },
    async close() {
      child.stdin.end();
      await ended;
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
