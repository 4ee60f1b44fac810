import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import type { Paper, Side } from "#modules/document/document-model.ts";
import { draftPaper, writerOn } from "#modules/document/server/index.ts";
import { unitsByCode } from "#modules/organization/server/index.ts";
import type { Kysely } from "kysely";
import { recommendationProblems as problems } from "../../problems.ts";
import { registerBook, type BookLine } from "../../register-book.ts";
import { readableUnits } from "../matter/form-choices.ts";
import { bookLines } from "./book-lines.ts";
import { listMatters } from "./list-matters.ts";
import type { MatterSort } from "./matter-order.ts";
import type { MatterFilter } from "./matter-filter.ts";

/** A book of more lines is a file to count in, not one to print. */
const BOOK_LINES = 1000;
const wholeText = 50_000;

/**
 * The register book of a unit, the one asked for or the reader's first, as a paper: the list with the same filter.
 * @throws Problem `book_too_long`; `not_found` for a unit that is not there
 */
export async function bookOf(
  db: Kysely<DB>,
  actor: Actor,
  asked: { readonly filter: MatterFilter; readonly sort: MatterSort; readonly side: Side },
  today: string,
): Promise<Paper> {
  const { filter, sort, side } = asked;
  const code = filter.unit ?? (await readableUnits(db, actor, today))[0]?.code;
  const unit = code && (await unitsByCode(db, [code])).get(code);
  if (!unit) throw new Problem(problems.book_of_no_unit);
  const posts = actor.kind === "person" ? actor.posts.map(({ unitId }) => unitId) : [];
  const writer = await writerOn(db, unit.id, today, posts);
  const lines = await linesOf(db, actor, filter, sort, today);
  return draftPaper(db, writer, registerBook(lines, filter, side), today);
}

async function linesOf(
  db: Kysely<DB>,
  actor: Actor,
  filter: MatterFilter,
  sort: MatterSort,
  today: string,
): Promise<readonly BookLine[]> {
  const page = { sort, size: BOOK_LINES, excerpt: wholeText };
  const { matters, next } = await listMatters(db, actor, filter, page, today);
  if (next) throw new Problem(problems.book_too_long, { values: { maximum: BOOK_LINES } });
  return bookLines(db, actor, matters, today);
}
