import { dirname, join } from "node:path";
import { keptDigests } from "#modules/attachment/server/index.ts";
import { copyFiles, filesIn, type Copied } from "#platform/server/files/copy-files.ts";
import { currentFiles } from "#platform/server/files/current-files.ts";
import type { OpenDatabase } from "#platform/server/database/open.ts";
import { startProblem } from "#platform/server/start-problem.ts";

/** The folder of files beside a backup; all backups there share it. */
const folderOf = (backup: string) => join(dirname(backup), "files");

/** Brings the attached files beside a backup. @throws StartProblem naming those that are gone, once all others are there */
export async function filesToBackup({ db }: OpenDatabase, backup: string): Promise<number> {
  const digests = await keptDigests(db);
  return whole(await copyFiles(digests, currentFiles(), filesIn(folderOf(backup)), told(digests.length)));
}

/** Brings the files of a restored register back from beside its backup. @throws StartProblem as above */
export async function filesFromBackup({ db }: OpenDatabase, backup: string): Promise<number> {
  const digests = await keptDigests(db);
  return whole(await copyFiles(digests, filesIn(folderOf(backup)), currentFiles(), told(digests.length)));
}

const told = (all: number) => (done: number) => {
  if (done === all || done % 100 === 0) console.error(`tệp / files · ${done}/${all}`);
};

function whole({ copied, lost }: Copied): number {
  if (lost.length === 0) return copied;
  const named = lost.slice(0, 5).join(", ") + (lost.length > 5 ? ", …" : "");
  throw startProblem(
    `Dữ liệu đã xong, nhưng thiếu hoặc hỏng ${lost.length} tệp đính kèm: ${named}. Lệnh verify nêu từng tệp ở đâu.`,
    `The data is done, but ${lost.length} attached files are missing or damaged: ${named}. The command verify says where each is attached.`,
  );
}
