// Prints the closing line of bin/test from vitest's JSON results. Arguments: the file, vitest's exit code.
import { readFileSync } from "node:fs";

const [file, exitCode] = process.argv.slice(2);
const results = readResults();
// A file that did not load, or a set-up that failed, has no failed test of its own: it counts as one.
const failed = results.numFailedTests || (exitCode === "0" ? 0 : 1);
console.log(
  `${results.numPassedTests} passed, ${failed} failed, ${results.numPendingTests + results.numTodoTests} skipped`,
);
process.exitCode = failed > 0 ? 1 : 0;

function readResults() {
  const text = readFileSync(file, "utf8");
  if (text) return JSON.parse(text);
  return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
}
