import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { findMatter, type MatterReading } from "#modules/recommendation/server/index.ts";
import type { Kysely } from "kysely";

const MOST = 200;

/** The codes that an address names, each once. */
export function codesIn(url: URL): string[] {
  const codes = url.searchParams.getAll("recommendations").filter((code) => code !== "" && code.length <= 80);
  return [...new Set(codes)].slice(0, MOST);
}

/** The chosen matters that the actor may read; of what is hidden or not there nothing is told. */
export async function chosenMatters(
  db: Kysely<DB>,
  actor: Actor,
  codes: readonly string[],
  today: string,
): Promise<MatterReading[]> {
  const found = [];
  for (const code of codes) {
    const matter = await findMatter(db, actor, code, today).catch((error: unknown) => {
      if (error instanceof Problem) return null;
      throw error;
    });
    if (matter && matter.hidden === null) found.push(matter);
  }
  return found;
}
