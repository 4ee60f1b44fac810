import { createHash } from "node:crypto";
import type { DB } from "#db";
import { actorKey, type Actor } from "#kernel/actor.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { holdsAny } from "#kernel/permission.ts";
import { Problem } from "#kernel/problem.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentFiles } from "#platform/server/files/current-files.ts";
import { digestOf } from "#platform/server/files/file-store.ts";
import type { Kysely } from "kysely";
import { fileLimits } from "../file-limits.ts";
import { mayBring } from "../permissions.ts";
import { attachmentProblems as problems } from "../problems.ts";
import { broughtSince, fileById, insertFile, type BroughtFile } from "./file.store.ts";
import { judgedFile } from "./judging/judged-file.ts";

export type FileBrought = {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What makes the same sending the same file, so that a form sent twice attaches once. */
  readonly sending?: string;
};

/**
 * Takes in a file that somebody has sent: judged beside the server, its bytes kept, then written down. It belongs to nobody's
 * matter before an act attaches it, and to nobody but who brought it.
 * @throws Problem `act.not_permitted`, what is wrong with the file, those of the store and of the workshop
 */
export async function bringFile(
  db: Kysely<DB>,
  { actor, now, name, bytes, sending }: FileBrought,
): Promise<BroughtFile> {
  if (!holdsAny(actor, mayBring)) throw new Problem(actProblems.not_permitted);
  const sentDigest = digestOf(bytes);
  const id = sending ? idOfSending([actorKey(actor), sending, name, sentDigest]) : uuidv7(now);
  const before = sending ? await fileById(db, id) : undefined;
  if (before) return before;
  await refuseTooMuch(db, actor, now, bytes.length);
  const judged = await judgedFile({ name, bytes });
  const store = currentFiles();
  const digest = await store.keep(judged.bytes);
  const thumbnail = judged.thumbnail && (await store.keep(judged.thumbnail));
  const { kind, findings, width, height } = judged;
  const size = judged.bytes.length;
  const file = { id, name: judged.name, kind, size, digest, sentDigest, findings };
  await insertFile(db, { ...file, thumbnail, width, height }, { actor, now });
  return file;
}

async function refuseTooMuch(
  db: Kysely<DB>,
  actor: Actor,
  now: Temporal.Instant,
  size: number,
): Promise<void> {
  if (actor.kind === "system") return;
  const before = await broughtSince(db, actor, now.subtract({ hours: 24 }));
  if (before + size <= fileLimits.aDay) return;
  throw new Problem(problems.too_much_today, {
    values: { most: fileLimits.aDay / 1024 ** 2 },
    retryAfter: 3600,
  });
}

/** UUID version 8 (RFC 9562) made of what was sent. */
function idOfSending(parts: readonly string[]): string {
  const bytes = createHash("sha256").update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
