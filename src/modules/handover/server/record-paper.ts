import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import type { Paper } from "#modules/document/document-model.ts";
import { draftPaper } from "#modules/document/server/index.ts";
import { unitsByCode } from "#modules/organization/server/index.ts";
import type { Kysely } from "kysely";
import { recordPaper } from "../paper.ts";
import { readHandOver } from "./read-hand-over.ts";

/**
 * A record as the paper that both sides sign, under the number that was entered with it.
 * @throws Problem `not_found`, as the record itself
 */
export async function handOverPaper(
  db: Kysely<DB>,
  actor: Actor,
  asked: { readonly id: string; readonly side: "party" | "government" },
  today: string,
): Promise<Paper> {
  const record = await readHandOver(db, actor, asked.id, today);
  const { code } = record.from;
  const unit = (await unitsByCode(db, [code])).get(code)!;
  const paper = await draftPaper(db, unit.id, recordPaper(record, asked.side), record.on);
  return { ...paper, header: { ...paper.header, symbol: record.symbol } };
}
