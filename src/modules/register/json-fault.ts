/** Where a JSON text breaks. JSON.parse says so only sometimes, in words that change with the engine. */
export type JsonFault = { readonly line: number; readonly column: number; readonly snippet: string };

const BLANK = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;
const SNIPPET_SIDE = 30;

type Expected = "value" | "value or end" | "key" | "key or end" | "colon" | "comma or end";

/** Line and column (from 1) of the first character that JSON does not allow there, with its surroundings. */
export function locateJsonFault(text: string): JsonFault {
  const offset = firstFault(text);
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  const lineEnd = text.indexOf("\n", offset);
  const snippet = text.slice(
    Math.max(lineStart, offset - SNIPPET_SIDE),
    Math.min(lineEnd === -1 ? text.length : lineEnd, offset + SNIPPET_SIDE),
  );
  return { line: before.split("\n").length, column: offset - lineStart + 1, snippet: snippet.trim() };
}

function firstFault(text: string): number {
  const open: string[] = [];
  let expected: Expected = "value";
  let at = match(BLANK, text, 0);
  while (at < text.length) {
    const step = stepAt(text, at, expected, open);
    if (step === undefined) return at;
    at = match(BLANK, text, step.end);
    expected = step.next;
    if (open.length === 0 && step.closed) return at;
  }
  return text.length;
}

type Step = { end: number; next: Expected; closed: boolean };

/** One token; `open` holds the brackets that wait for their end. */
function stepAt(text: string, at: number, expected: Expected, open: string[]): Step | undefined {
  if (expected === "colon") return text[at] === ":" ? then(at + 1, "value") : undefined;
  if (expected.endsWith("end") && text[at] === open.at(-1)) return closing(at, open);
  if (expected === "comma or end") return comma(text, at, open);
  const afterString = match(STRING, text, at);
  if (expected.startsWith("key")) return afterString > at ? then(afterString, "colon") : undefined;
  if (text[at] === "{" || text[at] === "[") return opening(text, at, open);
  const end = Math.max(afterString, match(SCALAR, text, at));
  return end > at ? then(end, "comma or end", true) : undefined;
}

function opening(text: string, at: number, open: string[]): Step {
  const isObject = text[at] === "{";
  open.push(isObject ? "}" : "]");
  return then(at + 1, isObject ? "key or end" : "value or end");
}

function closing(at: number, open: string[]): Step {
  open.pop();
  return then(at + 1, "comma or end", true);
}

function comma(text: string, at: number, open: string[]): Step | undefined {
  if (text[at] !== ",") return undefined;
  return then(at + 1, open.at(-1) === "}" ? "key" : "value");
}

function then(end: number, next: Expected, closed = false): Step {
  return { end, next, closed };
}

/** The offset behind what the sticky pattern matches at `at`; `at` itself when it matches nothing. */
function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
