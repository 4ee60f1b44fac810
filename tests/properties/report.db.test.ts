import { reportCases, reportSummary } from "#modules/report/server/index.ts";
import type { ReportQuestion } from "#modules/report/report.ts";
import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../support/database.ts";
import { recount } from "../support/recount.ts";
import { arbitraryHistory, arbitraryQuestion, historyOf, questionOf } from "./arbitrary-history.ts";
import { figuresOf } from "./figures.ts";
import { fileOf } from "./history.ts";
import { writeHistory } from "./write-history.ts";

const { db } = await testDatabase();
const today = "2026-01-01";

/** Histories of all runs stand side by side in one database, each under a province of its own. */
let histories = 0;
const nextPrefix = () => `H${(histories += 1)}.`;

test("the report from the tables equals a plain recount of what was known of the register", async () => {
  const property = fc.asyncProperty(
    arbitraryHistory,
    fc.array(arbitraryQuestion, { minLength: 20, maxLength: 20 }),
    async (choices, questions) => {
      const prefix = nextPrefix();
      const history = historyOf(prefix, choices);
      await writeHistory(db, history);
      for (const { knownOn, ...question } of questions.map((one) => questionOf(prefix, history, one))) {
        const counted = recount(fileOf(history, knownOn), question);
        const report = await reportSummary(db, { ...question, knownOn, today });
        expect(report).toEqual({ ...counted, known_on: knownOn });
      }
    },
  );
  await fc.assert(property, { numRuns: 50, seed: 20260701 });
}, 120_000);

test("every figure opens a list of cases that add up to it, page by page", async () => {
  const property = fc.asyncProperty(arbitraryHistory, arbitraryQuestion, async (choices, asked) => {
    const prefix = nextPrefix();
    const history = historyOf(prefix, choices);
    await writeHistory(db, history);
    const question = { ...questionOf(prefix, history, asked), today };
    const figures = figuresOf(await reportSummary(db, question));
    const opened = [];
    for (const [name] of figures) opened.push([name, await sumOfCases(question, name)]);
    expect(opened).toEqual(figures);
  });
  await fc.assert(property, { numRuns: 20, seed: 20260702 });
}, 120_000);

test("how each matter stands at present is what its facts say", async () => {
  const property = fc.asyncProperty(arbitraryHistory, async (choices) => {
    await writeHistory(db, historyOf(nextPrefix(), choices));
    const { rows } = await sql<{ kept: number; matters: number; astray: number }>`
      with told as (select * from present_matters_of(array(select id from recommendation))),
      without_order as (select ${columnsOfPresent} from told)
      select (select count(*)::int from present_matter) as kept,
        (select count(distinct recommendation_id)::int from state_period) as matters,
        (select count(*)::int from (
          (select * from without_order except select ${columnsOfPresent} from present_matter)
          union all (select ${columnsOfPresent} from present_matter except select * from without_order)) one) as astray`.execute(
      db,
    );
    expect(rows[0]).toEqual({ kept: rows[0]!.matters, matters: rows[0]!.matters, astray: 0 });
  });
  await fc.assert(property, { numRuns: 20, seed: 20260703 });
}, 120_000);

const columnsOfPresent = sql.raw(
  "recommendation_id, unit_id, keeper_id, village_id, received_on, status, class, is_open, lead_id, due_on, " +
    "original_due_on, answered_on, entered_on, hidden, goes_on_id, held_below",
);

async function sumOfCases(question: ReportQuestion, figure: string): Promise<number> {
  let [sum, withheld, after]: [number, number, string | null] = [0, 0, null];
  const days: string[] = [];
  do {
    const page = await reportCases(db, question, figure, { after, limit: 3 });
    sum += page.cases.reduce((total, { amount }) => total + amount, 0);
    days.push(...page.cases.map(({ on }) => on));
    ({ withheld, next: after } = page);
  } while (after !== null);
  expect(days).toEqual(days.toSorted());
  return sum + withheld;
}
