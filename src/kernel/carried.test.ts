import { expect, test } from "vitest";
import { carriedIn, rowsCarriedIn } from "./carried.ts";

test.each([
  ["rows as they were written", '[{"line":2,"text":"a"},{}]', [{ line: 2, text: "a" }, {}]],
  ["no rows", "[]", []],
])("%s are rows", (_, text, rows) => {
  expect(rowsCarriedIn(text)).toEqual(rows);
});

test.each([
  ["nothing", undefined],
  ["an empty field", ""],
  ["a text broken off", "{bad"],
  ["null", "null"],
  ["an object", '{"a":1}'],
  ["a list of nothing", "[null]"],
  ["a list of lists", "[[1]]"],
  ["a cell that is an object", '[{"text":{"a":1}}]'],
  ["a cell that is nothing", '[{"text":null}]'],
  ["a file", new File(["[]"], "a.json")],
  ["two fields", ["[]", "[]"]],
])("%s is no list of rows", (_, text) => {
  expect(rowsCarriedIn(text)).toBeNull();
});

test("what is no JSON is nothing", () => {
  expect([carriedIn("{bad"), carriedIn(7), carriedIn('"a"')]).toEqual([null, null, "a"]);
});
