import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";

/** What PostgreSQL itself does with the same statements, by its own tool; null where the tool is not installed. */
export function pgbench(pool: pg.Pool, script: string, connections: number, seconds: number): number | null {
  const program = installed();
  if (!program) return null;
  const folder = mkdtempSync(join(tmpdir(), "doi-thoai-bench-"));
  try {
    const file = join(folder, "script.sql");
    writeFileSync(file, script);
    const { host, port, user, database, password } = pool.options;
    const flags = [
      "-n",
      "-M",
      "prepared",
      "-c",
      String(connections),
      "-j",
      "2",
      "-T",
      String(seconds),
      "-f",
      file,
    ];
    const where = ["-h", String(host), "-p", String(port ?? 5432), "-U", String(user), String(database)];
    const env = { PATH: process.env.PATH, ...(typeof password === "string" ? { PGPASSWORD: password } : {}) };
    const printed = execFileSync(program, [...flags, ...where], { encoding: "utf8", env, stdio: "pipe" });
    return Number(/tps = ([\d.]+)/.exec(printed)?.[1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function installed(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).toSorted().toReversed() : [];
  const places = [...versions.map((version) => join(debian, version, "bin")), "/usr/local/bin", "/usr/bin"];
  return places.map((place) => join(place, "pgbench")).find((file) => existsSync(file));
}
