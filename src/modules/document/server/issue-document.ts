import type { DB } from "#db";
import type { Actor, HeldPost } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import type { Transaction } from "kysely";
import type { Paper } from "../document-model.ts";
import { parseSymbol, seriesPeriod, symbolText, type DocumentNumber } from "../numbering.ts";
import { suffixOf } from "../office.ts";
import { paperKind, paperKindWord } from "../paper-kinds.ts";
import { documentProblems as problems } from "../problems.ts";
import { sideWords } from "../words.ts";
import {
  documentWithNumber,
  insertDocument,
  lockSeries,
  nextNumber,
  versionAfter,
} from "./document.store.ts";
import { officeOf } from "./office-of.ts";
import { endedBefore, writerOn } from "./writer-on.ts";

export type Issue = {
  readonly unitId: string;
  /** The draft; its number and date are filled in. */
  readonly paper: Paper;
  readonly issuedOn: string;
  /** The number that the paper already bears; the next of its series otherwise. */
  readonly symbol?: string | null;
  /** The period of a number entered later, where it is not that of its date. */
  readonly period?: string | null;
  /** What the paper is about, such as "conference". */
  readonly subject: { readonly kind: string; readonly id: string };
  readonly replaces?: string | null;
  readonly by: IssuedBy;
};

/** The act in which it is done. */
export type IssuedBy = {
  readonly actor: Actor;
  readonly post: HeldPost | null;
  readonly now: Temporal.Instant;
  readonly today: string;
};

export type IssuedDocument = { readonly id: string; readonly symbol: string; readonly paper: Paper };

/**
 * Gives a paper its number and keeps it as it is, in the series of the unit that writes on its day. Others of the same series wait until the transaction ends, so no
 * number is given twice and none is skipped when an act fails.
 * @throws Problem `number_used` (naming the document that has it), `symbol_unreadable`, `symbol_of_another_type`,
 *   `no_term`, `not_numbered`, `wrong_side`, `issued_in_the_future`, `issuer_ended`, `ended_without_number`, `replaced_already`
 */
export async function issueDocument(trx: Transaction<DB>, issue: Issue): Promise<IssuedDocument> {
  const { paper, issuedOn, by } = issue;
  const type = typeOf(paper);
  if (issuedOn > by.today) {
    throw new Problem(problems.issued_in_the_future, { field: "issued_on", values: { on: issuedOn } });
  }
  const unitId = await writerOn(trx, issue.unitId, issuedOn, by.post ? [by.post.unitId] : []);
  if (await endedBefore(trx, unitId, issuedOn))
    throw new Problem(problems.issuer_ended, { field: "issued_on", values: { on: issuedOn } });
  if (!issue.symbol?.trim() && (await endedBefore(trx, unitId, by.today)))
    throw new Problem(problems.ended_without_number, { field: "symbol", values: { on: issuedOn } });
  const office = await officeOf(trx, unitId, paper.side, issuedOn);
  const period = issue.period ?? seriesPeriod(paper.side, issuedOn, office.terms);
  const series = { unitId, side: paper.side, type, period };
  await lockSeries(trx, series);
  const given = issue.symbol?.trim() ? parseSymbol(paper.side, type, issue.symbol) : null;
  if (given) await refuseIfUsed(trx, series, given);
  const number = given ?? {
    number: await nextNumber(trx, series),
    letter: "",
    suffix: suffixOf(office, type),
  };
  const symbol = symbolText(paper.side, type, number);
  const final: Paper = { ...paper, header: { ...paper.header, symbol, date: issuedOn } };
  const version = issue.replaces ? await versionAfter(trx, issue.replaces) : 1;
  const row = { ...issue, ...series, ...number, symbol, paper: final, version, backEntered: given !== null };
  return { id: await insertDocument(trx, row), symbol, paper: final };
}

function typeOf({ kind, side }: Paper): string {
  const { type, sides } = paperKind(kind);
  const values = { kind: paperKindWord(kind, "vi"), side: sideWords[side].vi };
  if (type === null) throw new Problem(problems.not_numbered, { values });
  if (!sides.includes(side)) throw new Problem(problems.wrong_side, { values });
  return type;
}

type Series = Parameters<typeof lockSeries>[1];

async function refuseIfUsed(trx: Transaction<DB>, series: Series, number: DocumentNumber): Promise<void> {
  const used = await documentWithNumber(trx, series, number);
  if (!used) return;
  const values = {
    symbol: used.symbol,
    period: series.period,
    abstract: used.abstract ?? "",
    on: used.issuedOn,
  };
  throw new Problem(problems.number_used, { field: "symbol", values });
}
