import { expect, test } from "vitest";
import { cellsCovered, fillBlocks, mergedBlocks } from "./merged-cells.ts";

const blocksIn = (...refs: string[]) => mergedBlocks(refs.map((ref) => `<mergeCell ref="${ref}"/>`).join(""));

test("every cell of a block has its value; blocks that no sheet can have are left alone", () => {
  const cells = [
    ["a", null],
    [null, "b"],
  ];
  const odd = blocksIn("A0:B0", "B2:A1", "ZZZZZZ1:ZZZZZZZ9999999999");
  expect(fillBlocks(cells, [...blocksIn("A1:A2"), ...odd])).toEqual([
    ["a", null],
    ["a", "b"],
  ]);
});

test("what overlapping blocks would fill is known before it is filled", () => {
  const blocks = blocksIn(...Array.from({ length: 20_000 }, () => "A1:CV1048576"), "A0:B0");
  expect(cellsCovered(blocks, 5000)).toBe(20_000 * 5000 * 100);
  expect(cellsCovered(blocksIn("A10:XFD12"), 5)).toBe(0);
});
