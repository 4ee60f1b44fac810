import type { DB } from "#db";
import { Problem } from "#kernel/problem.ts";
import type { Paper } from "#modules/document/document-model.ts";
import { parseSymbol, symbolText } from "#modules/document/numbering.ts";
import { sql, type Kysely } from "kysely";
import { lastAnswer, type MatterPaperKind, type PaperSide } from "../../paper-choices.ts";
import type { MatterEvent } from "../../matter.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { latestFirst } from "../moves/latest-first.ts";

/** The number and day that an answer bears, and the letter that was made of it, where one was. */
export type AnswerNumber = {
  readonly symbol: string;
  readonly on: string;
  readonly document: string | null;
};

type About = {
  readonly id: string;
  readonly events: readonly (Pick<MatterEvent, "act" | "on"> & { readonly symbol?: string | null })[];
};

/**
 * What the answer of a matter is numbered by already: a letter that was made of it, else the number with which it was entered.
 * What came down from above bears the number of the unit above; the letter that carries it on has one of its own.
 */
export async function numberOfAnswer(db: Kysely<DB>, { id, events }: About): Promise<AnswerNumber | null> {
  const { rows } = await sql<AnswerNumber>`
    select d.symbol, d.issued_on as on, d.id as document from issued_document d
    where d.subject_kind = 'recommendation' and d.subject_id = ${id} and d.kind = 'reply_letter'
      and d.recorded_at >= (select e.recorded_at from standing_event e
        where e.recommendation_id = ${id} and e.act in ('answer', 'reply_from_above') order by ${latestFirst("e")} limit 1)
    order by d.recorded_at limit 1`.execute(db);
  if (rows[0]) return rows[0];
  const answer = lastAnswer(events);
  return answer?.act === "answer" && answer.symbol
    ? { symbol: answer.symbol, on: answer.on, document: null }
    : null;
}

type Given = {
  readonly side: PaperSide;
  readonly issued_on: string;
  readonly symbol?: string | undefined;
};

/**
 * The number that a paper about a matter is to bear where it has one: one answer has one number, so the letter that is made of it
 * takes over the one it was entered with, with its day.
 * @throws Problem `answer_numbered` where another is asked for, or a letter was made of it
 */
export async function symbolToBear(
  db: Kysely<DB>,
  kind: MatterPaperKind,
  about: About,
  { side, issued_on: on, symbol }: Given,
): Promise<string | null> {
  const borne = kind === "reply_letter" ? await numberOfAnswer(db, about) : null;
  if (!borne) return symbol ?? null;
  const same = on === borne.on && isNumber(side, borne.symbol, symbol ?? borne.symbol);
  if (same && borne.document === null) return borne.symbol;
  throw new Problem(problems.answer_numbered, {
    field: on === borne.on ? "symbol" : "issued_on",
    values: { symbol: borne.symbol, on: borne.on },
  });
}

/** A draft that takes over a number and its day, as it will be issued; where it is none of the side's letters, without it. */
export function bearing(paper: Paper, { symbol, on }: Pick<AnswerNumber, "symbol" | "on">): Paper {
  if (!isNumber(paper.side, symbol, symbol)) return paper;
  const borne = symbolText(paper.side, "CV", parseSymbol(paper.side, "CV", symbol));
  return { ...paper, header: { ...paper.header, symbol: borne, date: on } };
}

/** Whether both are one number of the letters of a side. */
function isNumber(side: Paper["side"], one: string, other: string): boolean {
  try {
    const [a, b] = [parseSymbol(side, "CV", one), parseSymbol(side, "CV", other)];
    return a.number === b.number && a.letter === b.letter && a.suffix === b.suffix;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
