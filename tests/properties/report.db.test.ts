import { reportCases, reportSummary } from "#modules/report/server/index.ts";
import type { ReportQuestion } from "#modules/report/report.ts";
import fc from "fast-check";
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
