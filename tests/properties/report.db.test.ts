import { reportSummary } from "#modules/report/server/index.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { testDatabase } from "../support/database.ts";
import { recount } from "../support/recount.ts";
import { arbitraryHistory, arbitraryQuestion, historyOf } from "./arbitrary-history.ts";
import { fileOf } from "./history.ts";
import { writeHistory } from "./write-history.ts";

const { db } = await testDatabase();

/** Histories of all runs stand side by side in one database, each under a province of its own. */
let histories = 0;

test("the report from the tables equals a plain recount of what was known of the register", async () => {
  const property = fc.asyncProperty(
    arbitraryHistory,
    fc.array(arbitraryQuestion, { minLength: 3, maxLength: 8 }),
    async (choices, questions) => {
      const prefix = `H${(histories += 1)}.`;
      const history = historyOf(prefix, choices);
      await writeHistory(db, history);
      for (const { unit, knownOn, ...days } of questions) {
        const question = { ...days, unit: prefix + unit, asOf: days.asOf ?? undefined };
        const counted = recount(fileOf(history, knownOn), question);
        const report = await reportSummary(db, { ...question, knownOn, today: "2026-01-01" });
        expect(report).toEqual({ ...counted, known_on: knownOn });
      }
    },
  );
  await fc.assert(property, { numRuns: 80, seed: 20260701 });
}, 120_000);
