import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { projectRoot } from "#platform/server/project-root.ts";

// A pattern that begins with a repetition, or ends with one, is tried again at each letter of a long run: its time grows
// with the square. Every pattern of the code is tried on long runs of what it is made of.

const small = 2000;

/** The source files in which something is repeated within a pattern. */
function sources(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(projectRoot, folder, name))
    .filter((path) => path.endsWith(".ts") && !/\.test\.ts$|paraglide/.test(path))
    .filter((path) => /[+*},][^\n]*\/[dgimsuvy]*[.,);\]\s]/.test(readFileSync(path, "utf8")));
}

/** The patterns that are written down in a file. */
function patternsIn(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) found.push(node.getText(file));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found.filter((pattern) => /[+*]|\{\d+,\}/.test(pattern));
}

const usual = [
  "a",
  "A",
  "á ",
  "0",
  " ",
  "\t",
  "\n",
  "\r\n",
  "-",
  ".",
  ",",
  "_",
  '"',
  "(",
  "/",
  "=",
  "@",
  "a ",
  "A.",
  "1 ",
];

/** Runs that the pattern may go along: what usually comes, and the characters that are written in it. */
function runsFor(pattern: string): string[] {
  const plain = pattern.slice(1, pattern.lastIndexOf("/")).replace(/\\[a-zA-Z]|[[\](){}?*+|^$\\]/g, "");
  return [...new Set([...usual, ...[...plain].slice(0, 12)])];
}

function milliseconds(pattern: RegExp, text: string): number {
  const { user } = process.cpuUsage();
  text.replace(pattern, "");
  return (process.cpuUsage().user - user) / 1000;
}

/** Whether a text eight times as long takes as many times longer as its square would; looked at again before it is said. */
function growsTooFast(pattern: RegExp, run: string): boolean {
  const text = (length: number) => `#${run.repeat(length)}\u0001`;
  const grows = () => {
    const large = milliseconds(pattern, text(8 * small));
    return large > 60 && large > 30 * milliseconds(pattern, text(small));
  };
  return grows() && grows();
}

test("no pattern takes more than linear time on a long run", () => {
  const files = ["src", "cli"].flatMap(sources);
  const written = new Map(files.flatMap((path) => patternsIn(path).map((pattern) => [pattern, path])));
  expect(written.size).toBeGreaterThan(40);
  const slow = [...written].flatMap(([pattern, path]) => {
    const end = pattern.lastIndexOf("/");
    const flags = new Set([...pattern.slice(end + 1).replace("y", ""), "g"]);
    const expression = new RegExp(pattern.slice(1, end), [...flags].join(""));
    const run = runsFor(pattern).find((each) => growsTooFast(expression, each));
    return run === undefined
      ? []
      : [`${relative(projectRoot, path)}: ${pattern} along ${JSON.stringify(run)}`];
  });
  expect(slow).toEqual([]);
}, 60_000);
