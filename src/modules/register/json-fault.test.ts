import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locateJsonFault } from "./json-fault.ts";

describe("locateJsonFault", () => {
  it.each([
    ["a comma too many", '{\n  "a": 1,\n}', { line: 3, column: 1, snippet: "}" }],
    ["a comma missing", '{\n  "a": 1\n  "b": 2 }', { line: 3, column: 3, snippet: '"b": 2 }' }],
    [
      "a comment",
      '{ "a": 1, // chú thích\n "b": 2 }',
      { line: 1, column: 11, snippet: '{ "a": 1, // chú thích' },
    ],
    ["single quotes", "{'a': 1}", { line: 1, column: 2, snippet: "{'a': 1}" }],
    ["a line break inside a text", '["một\nhai"]', { line: 1, column: 2, snippet: '["một' }],
    ["the wrong bracket", '{"a": [1}', { line: 1, column: 9, snippet: '{"a": [1}' }],
    ["an end that never comes", '{"a": [1', { line: 1, column: 9, snippet: '{"a": [1' }],
    ["a leading zero", '{"a": 01}', { line: 1, column: 7, snippet: '{"a": 01}' }],
    ["something after the end", "{}\n{}", { line: 2, column: 1, snippet: "{}" }],
    ["a value without its name", '{"a"}', { line: 1, column: 5, snippet: '{"a"}' }],
  ])("finds %s", (_, text, fault) => expect(locateJsonFault(text)).toEqual(fault));

  it("runs to the end of sound JSON, and what stands before a fault is always sound so far", () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom(",", "}", "]", '"', ":", "x", "\\", "-", "0", ""))
      .map(
        ([json, at, put]) =>
          json.slice(0, at % (json.length + 1)) + put + json.slice((at % (json.length + 1)) + 1),
      );
    fc.assert(
      fc.property(broken, (text) => {
        const { column } = locateJsonFault(text);
        if (parses(text)) expect(column).toBe(text.length + 1);
        expect(couldGoOn(text.slice(0, column - 1))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What stands before the fault is the beginning of some JSON: no fault is found in it before its own end. */
function couldGoOn(text: string): boolean {
  return locateJsonFault(text).column === text.length + 1;
}
