// Prints the closing line of bin/test from vitest's JSON results. Arguments: the file, vitest's exit code.
import { readFileSync } from "node:fs";

const [file, exitCode] = process.argv.slice(2);
const results = readResults();
// A file that did not load has no failed test of its own, nor has a set-up that failed: each counts as one.
const unloaded = results.testResults.filter(
  (result) => result.status === "failed" && !result.assertionResults.length,
);
const failed = results.numFailedTests + unloaded.length || Number(exitCode !== "0");
console.log(
  `${results.numPassedTests} passed, ${failed} failed, ${results.numPendingTests + results.numTodoTests} skipped`,
);
process.exitCode = failed > 0 ? 1 : 0;

function readResults() {
  const text = readFileSync(file, "utf8");
  if (text) return JSON.parse(text);
  return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
}
