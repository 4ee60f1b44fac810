import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import type { Kysely } from "kysely";
import { lineChanges, type LineChange } from "../line-changes.ts";
import { findNotice, type NoticeReading } from "./find-notice.ts";

/**
 * What an edition changes in the one before, line by line, as far as the reader sees either; null for the first.
 * @throws Problem `not_found`
 */
export async function noticeChanges(
  db: Kysely<DB>,
  actor: Actor,
  { conference, edition, lines }: Pick<NoticeReading, "conference" | "edition" | "lines">,
  today: string,
): Promise<LineChange[] | null> {
  if (edition === 1) return null;
  const before = await findNotice(db, actor, { conference, edition: edition - 1 }, today);
  return lineChanges(before.lines, lines);
}
