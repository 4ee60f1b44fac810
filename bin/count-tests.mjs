// Prints the closing line of bin/test from vitest's JSON results, or with `--again` the journeys that failed, a file a line.
// Arguments: the file and vitest's exit code; then, where journeys were tried again, the same two of that run.
import { readFileSync } from "node:fs";
import { relative } from "node:path";

const [first, firstCode, second, secondCode] = process.argv.slice(2).filter((word) => word !== "--again");
const one = filesOf(first);
if (process.argv.includes("--again")) {
  const journeys = [...one.values()].filter(hasFailed).map(({ name }) => relative(process.cwd(), name));
  console.log(journeys.filter((name) => name.startsWith("tests/journeys/")).join("\n"));
} else {
  // A file that was tried again counts as it went then; of the first run its other files remain.
  const files = second ? new Map([...one, ...filesOf(second)]) : one;
  const unexplained = [
    [firstCode, one],
    [secondCode ?? "0", second ? filesOf(second) : one],
  ].some(([code, run]) => code !== "0" && ![...run.values()].some(hasFailed));
  const tests = [...files.values()].flatMap(({ assertionResults }) => assertionResults);
  const unloaded = [...files.values()].filter((file) => hasFailed(file) && !file.assertionResults.length);
  const passed = tests.filter(({ status }) => status === "passed").length;
  const broken = tests.filter(({ status }) => status === "failed").length;
  // A file that did not load has no failed test of its own, nor has a set-up that failed: each counts as one.
  const failed = broken + unloaded.length || Number(unexplained);
  console.log(`${passed} passed, ${failed} failed, ${tests.length - passed - broken} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}

function hasFailed({ status }) {
  return status === "failed";
}

function filesOf(file) {
  const text = readFileSync(file, "utf8");
  const results = text ? JSON.parse(text).testResults : [];
  return new Map(results.map((result) => [result.name, result]));
}
