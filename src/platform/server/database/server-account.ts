import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The system account PostgreSQL runs under when we are root, which PostgreSQL itself refuses to be. */
export type ServerAccount = { uid: number; gid: number };

export const isRoot = () => process.getuid?.() === 0;

/** The account `postgres` where the machine has one, otherwise `nobody`. */
export function unprivilegedAccount(): ServerAccount {
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  return { uid: 65_534, gid: 65_534 };
}

/** Whether the account can enter the folder and write there: asked of the system, not guessed from the modes. */
export function canUseFolder(account: ServerAccount, folder: string): boolean {
  return runsAs(account, "/bin/sh", ["-c", 'cd -- "$1" && test -w .', "sh", folder]);
}

/** Whether the account can run the program. */
export function canRun(account: ServerAccount, program: string): boolean {
  return runsAs(account, program, ["--version"]);
}

function runsAs(account: ServerAccount, program: string, args: string[]): boolean {
  return spawnSync(program, args, { ...account, cwd: "/", stdio: "ignore", timeout: 10_000 }).status === 0;
}
