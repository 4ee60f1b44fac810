import { rename, writeFile } from "node:fs/promises";
import { folderProblem } from "#platform/server/start-problem.ts";

/** Writes a file under another name first, so that a half-written one never bears the right name. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(`${path}.partial`, content);
    await rename(`${path}.partial`, path);
  } catch (error) {
    throw folderProblem(error, path);
  }
}
