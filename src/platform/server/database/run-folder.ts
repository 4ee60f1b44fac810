import { createHash } from "node:crypto";
import { chownSync, lstatSync, mkdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startProblem } from "../start-problem.ts";
import { canUseFolder, type ServerAccount } from "./server-account.ts";

/** Sockets lie here rather than in the data folder, whose path may be longer than a socket's may be. */
export type RunFolder = { folder: string; keeperSocket: string; databaseSockets: string };

/** A socket's whole path may have 103 bytes (macOS) or 107 (Linux). */
const longestFolder = 45;

/** Makes the run folder of a data folder: ours alone, or root's with a part for the server's account alone. */
export function makeRunFolder(dataFolder: string, account: ServerAccount | undefined): RunFolder {
  const uid = process.getuid?.() ?? 0;
  const mark = createHash("sha256").update(dataFolder).digest("hex").slice(0, 12);
  const folder = join(temporaryFolder(account), `doi-thoai-${uid}-${mark}`);
  makeOwn(folder, uid, account ? 0o711 : 0o700);

  const databaseSockets = join(folder, "pg");
  rmSync(databaseSockets, { recursive: true, force: true });
  mkdirSync(databaseSockets, { mode: 0o700 });
  if (account) chownSync(databaseSockets, account.uid, account.gid);
  return { folder, keeperSocket: join(folder, "keeper"), databaseSockets };
}

function temporaryFolder(account: ServerAccount | undefined): string {
  const folder = realpathSync(tmpdir());
  const usable = folder.length <= longestFolder && (!account || canUseFolder(account, folder));
  return usable ? folder : "/tmp";
}

/** Anybody may write to the temporary folder, so what is already there may be a trap: it must be ours. */
function makeOwn(folder: string, uid: number, mode: number): void {
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const stat = lstatSync(folder);
  if (stat.isDirectory() && stat.uid === uid && (stat.mode & 0o077 & ~mode) === 0) return;
  throw startProblem(
    `Thư mục tạm “${folder}” không phải của người dùng này; hãy xóa nó rồi chạy lại.`,
    `The temporary folder “${folder}” is not this user's own; remove it and start again.`,
  );
}
