import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The checkout's folder, found from wherever this code lies: in the sources or in the built bundle. */
export const projectRoot = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  if (existsSync(join(folder, "db", "migrations")) && existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("The folder db/migrations was not found above the program's code.");
  return findRoot(parent);
}
