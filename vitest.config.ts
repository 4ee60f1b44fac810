import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

const journeySetup = "tests/support/application.ts";
const databaseTests = "**/*.db.test.ts";
const never = ["**/node_modules/**", "build/**", ".svelte-kit/**"];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          // Importing the house anew for each file was half the processor time; what a module remembers is keyed by the
          // database's own edition, so files of one worker do not meet.
          isolate: false,
          include: ["{src,cli,bench,registers}/**/*.test.ts", "tests/{architecture,support}/**/*.test.ts"],
          exclude: [...never, databaseTests],
        },
      },
      {
        test: {
          name: "database",
          isolate: false,
          include: [databaseTests],
          exclude: never,
          globalSetup: "tests/support/database-server.ts",
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "journeys",
          isolate: false,
          include: ["tests/journeys/**/*.test.ts"],
          exclude: [...never, databaseTests],
          globalSetup: existsSync(journeySetup) ? journeySetup : [],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A page that is still coming is looked at again until it says what it must.
          expect: { poll: { timeout: 10_000, interval: 50 } },
        },
      },
      {
        test: {
          name: "process",
          include: ["tests/{crash,migrations,readings}/**/*.test.ts"],
          exclude: [...never, databaseTests],
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
