import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Problem } from "#kernel/problem.ts";
import { log } from "../log.ts";
import { syncPath } from "../state-file.ts";
import { fileProblems as problems } from "./problems.ts";
import type { Shelf } from "./shelf.ts";

/** A folder of files, in 256 folders by the beginning of their names. */
export function folderShelf(folder: string): Shelf {
  const pathOf = (name: string) => join(folder, name.slice(0, 2), name);
  return {
    put: (name, bytes) => putWhole(pathOf(name), bytes).catch(refuse),
    async get(name) {
      try {
        return new Uint8Array(await readFile(pathOf(name)));
      } catch (error) {
        if (codeOf(error) === "ENOENT") return null;
        return refuse(error);
      }
    },
  };
}

/** On the disk before it has its name, and the name on the disk before anybody relies on it; two who put the same do no harm. */
async function putWhole(path: string, bytes: Uint8Array): Promise<void> {
  const into = dirname(path);
  const made = await mkdir(into, { recursive: true, mode: 0o700 });
  if (made) syncPath(dirname(into));
  const partial = `${path}.${randomUUID()}`;
  try {
    const file = await open(partial, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  syncPath(into);
}

function refuse(error: unknown): never {
  log.error({ err: error }, "the folder of files could not be used");
  const full = ["ENOSPC", "EDQUOT"].includes(codeOf(error) ?? "");
  throw new Problem(full ? problems.full : problems.unreachable);
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;
