import type { DB } from "#db";
import { Problem } from "#kernel/problem.ts";
import { currentFiles } from "#platform/server/files/current-files.ts";
import { sql, type Kysely } from "kysely";

/** A file whose bytes are not what was attached. */
export type FileAstray = { readonly code: string; readonly vi: string; readonly en: string };

/** Digests of all bytes that the register knows of: of attached files and of their thumbnails, each once. */
export async function keptDigests(db: Kysely<DB>): Promise<string[]> {
  const { rows } = await sql<{ digest: string }>`
    select distinct held.digest from file f cross join lateral (values (f.digest), (f.thumbnail)) held (digest)
    where held.digest is not null and exists (select from attachment a where a.file_id = f.id)
    order by held.digest`.execute(db);
  return rows.map(({ digest }) => digest);
}

/**
 * Reads every attached file and compares it with its digest.
 * @throws Problem `files.unreachable`: then nothing can be said of any
 */
export async function verifyFiles(
  db: Kysely<DB>,
  progress: (done: number, all: number) => void,
): Promise<FileAstray[]> {
  const digests = await keptDigests(db);
  const store = currentFiles();
  const astray = new Map<string, Problem>();
  for (const [at, digest] of digests.entries()) {
    const problem = await store.read(digest).then(
      () => null,
      (error: unknown) => error,
    );
    if (problem) {
      if (!(problem instanceof Problem) || problem.definition.code === "files.unreachable") throw problem;
      astray.set(digest, problem);
    }
    progress(at + 1, digests.length);
  }
  if (astray.size === 0) return [];
  const { rows } = await sql<{ digest: string; name: string; label: string }>`
    select held.digest, f.name, coalesce(r.code, d.symbol, c.held_on::text) as label
    from attachment a join file f on f.id = a.file_id
    cross join lateral (values (f.digest), (f.thumbnail)) held (digest)
    left join recommendation r on r.id = a.subject_id left join issued_document d on d.id = a.subject_id
    left join conference c on c.id = a.subject_id
    where held.digest = any(${[...astray.keys()]}::text[]) order by a.id`.execute(db);
  return rows.map(({ digest, name, label }) => {
    const { vi, en } = astray.get(digest)!;
    return { code: `${label} “${name}” (${digest})`, vi, en };
  });
}
