import { expect, test } from "vitest";
import { mostFirst } from "./most-first.ts";

test("the most first, of as many by name, in the one order of names", () => {
  const names: Record<string, string> = {
    a: "Điện lực",
    b: "Công an",
    c: "Dân tộc",
    d: "Y tế",
    e: "Đất đai",
  };
  const lines = Object.keys(names).map((code) => ({ code, count: code === "d" ? 9 : 2 }));
  expect(mostFirst(lines, (code) => names[code]!).map(({ code }) => names[code])).toEqual([
    "Y tế",
    "Công an",
    "Dân tộc",
    "Đất đai",
    "Điện lực",
  ]);
});
