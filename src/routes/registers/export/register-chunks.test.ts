import fc from "fast-check";
import { expect, test } from "vitest";
import { registerChunks } from "./register-chunks.ts";

test("whatever the file holds, the chunks together are its JSON", () => {
  const file = fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())));
  fc.assert(
    fc.property(file, (given) => {
      expect(JSON.parse([...registerChunks(given)].join(""))).toEqual(JSON.parse(JSON.stringify(given)));
    }),
  );
});

test("what is left out of the file is left out of its JSON", () => {
  expect([...registerChunks({ format: "x", units: undefined, turns: [] })].join("")).toBe(
    '{\n "format": "x",\n "turns": []\n}\n',
  );
});
