import { Problem } from "#kernel/problem.ts";
import { fileStoreOn, type Digest, type FileStore } from "./file-store.ts";
import { folderShelf } from "./folder-shelf.ts";

/** Files kept beside a backup: each once, however many backups lie there. */
export const filesIn = (folder: string): FileStore => fileStoreOn(folderShelf(folder));

/** What came of copying: how many were brought over, and which could not be read where they were to be. */
export type Copied = { readonly copied: number; readonly lost: readonly Digest[] };

/**
 * Brings files from one store into another that has not got them whole.
 * @throws Problem `files.full`, `files.unreachable`: what is lost for good is told, what cannot be reached is not taken for lost
 */
export async function copyFiles(
  digests: readonly Digest[],
  from: FileStore,
  to: FileStore,
  progress: (done: number) => void,
): Promise<Copied> {
  let copied = 0;
  const lost: Digest[] = [];
  for (const [at, digest] of digests.entries()) {
    if (!(await to.has(digest))) {
      const bytes = await from.read(digest).catch(ifLost);
      if (bytes) copied += (await to.keep(bytes)) === digest ? 1 : 0;
      else lost.push(digest);
    }
    progress(at + 1);
  }
  return { copied, lost };
}

function ifLost(error: unknown): null {
  const code = error instanceof Problem ? error.definition.code : "";
  if (code === "files.missing" || code === "files.damaged") return null;
  throw error;
}
