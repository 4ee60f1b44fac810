import { optionalPaperNumber } from "#kernel/paper-number.ts";
import type { DB } from "#db";
import { dayInput, optionalDay, optionalOf, textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import type { Side } from "#modules/document/document-model.ts";
import { documentsAbout, issueDocument, type DocumentLine } from "#modules/document/server/index.ts";
import { unitByCode } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { sql, type Kysely } from "kysely";
import { z } from "zod";
import { mayIssueReport } from "../permissions.ts";
import { reportProblems as problems } from "../problems.ts";
import { draftReport } from "./draft-report.ts";
import { countReport } from "./summary.ts";

/** The sides whose office issues reports here; the Front writes its own. */
export const reportSides = ["government", "party"] as const;

/**
 * The periodic report goes out: counted once more, numbered, and frozen as it was counted. Sums that do not hold, also
 * because something came in between two of them, are refused.
 */
export const issueReport = act({
  name: "report.issue",
  title: { vi: "Ban hành báo cáo định kỳ", en: "Issue a periodic report" },
  may: mayIssueReport,
  input: z.strictObject({
    unit: textInput(100),
    from: dayInput,
    to: dayInput,
    /** The cut-off; the period's last day, or the day of issue where that is earlier, unless given. */
    as_of: optionalDay,
    known_on: optionalDay,
    basis: z.enum(["as-was", "as-is"]).default("as-was"),
    side: z.enum(reportSides).default("government"),
    issued_on: dayInput,
    /** The number that the paper bears already; otherwise the next of its series. */
    symbol: optionalPaperNumber(100),
    /** The report of the same period that it takes the place of. */
    replaces: optionalOf(z.uuid()),
  }),
  problems,
  async place({ trx, input }) {
    const { id } = await unitByCode(trx, input.unit, "unit");
    // A unit's reports are issued one after another, so that no period has two that stand.
    await sql`select from unit where id = ${id} for no key update`.execute(trx);
    return { unitId: id, subjectId: id, unit: id };
  },
  async run({ trx, input, place: { unit: unitId }, actor, post, now, today }) {
    const { issued_on: issuedOn, side, symbol = null, replaces = null } = input;
    const asOf = input.as_of ?? (input.to < issuedOn ? input.to : issuedOn);
    if (asOf > issuedOn)
      throw new Problem(problems.cut_off_after_issue, { field: "as_of", values: { on: asOf } });
    const { unit, from, to, basis, known_on: knownOn } = input;
    const question = { unit, from, to, asOf, knownOn: knownOn ?? null, basis, today };
    const report = await countReport(trx, { ...question, presentOn: issuedOn });
    const paper = await draftReport(trx, report, side, issuedOn);
    await refuseUnlessNext(trx, { unitId, side, abstract: paper.abstract, today }, replaces);
    const issued = await issueDocument(trx, {
      unitId,
      paper,
      issuedOn,
      symbol,
      replaces,
      subject: aboutReportsOf(unitId),
      by: { actor, post, now, today },
    });
    return { id: issued.id, unit, side, symbol: issued.symbol };
  },
});

const aboutReportsOf = (unitId: string) => ({ kind: "report", id: unitId });

type Which = {
  readonly unitId: string;
  readonly side: Side;
  /** It says the period. */
  readonly abstract: string | null;
  readonly today: string;
};

/** The report of a side on a period that was issued and that nothing has replaced. */
export async function issuedReport(
  db: Kysely<DB>,
  { unitId, side, abstract, today }: Which,
): Promise<DocumentLine | null> {
  const asProduct = { kind: "system", name: "report" } as const;
  const issued = await documentsAbout(db, asProduct, aboutReportsOf(unitId), today);
  const same = issued.find(
    (one) => one.side === side && one.abstract === abstract && one.replacedBy === null,
  );
  return same ?? null;
}

async function refuseUnlessNext(db: Kysely<DB>, which: Which, replaces: string | null): Promise<void> {
  const current = await issuedReport(db, which);
  if (replaces === (current?.id ?? null)) return;
  if (!current) throw new Problem(problems.report_not_current);
  throw new Problem(problems.report_issued_already, { values: { symbol: current.symbol } });
}
