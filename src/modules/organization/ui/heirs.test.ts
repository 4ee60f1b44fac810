import { expect, test } from "vitest";
import { heirsOf } from "./heirs.ts";

const named = (...codes: string[]) => codes.map((code) => ({ code, name: `Xã ${code}` }));
const gave = (on: string, to: string) => ({ kind: "partial" as const, on, from: named("A"), to: named(to) });
const codes = (untilOn: string, ...arrangements: Parameters<typeof heirsOf>[1]) =>
  heirsOf({ code: "A", untilOn }, arrangements).map(({ code }) => code);

test("a unit shared out between two has both for heirs, each once", () => {
  const shared = [gave("2025-07-01", "B"), gave("2025-07-01", "C"), gave("2025-07-01", "B")];
  expect(codes("2025-06-30", ...shared)).toEqual(["B", "C"]);
});

test("who took a part while the unit went on is no heir, even when the unit ends later", () => {
  const merged = { kind: "merge" as const, on: "2025-07-01", from: named("A", "D"), to: named("A", "C") };
  expect(codes("infinity", gave("2020-01-01", "B"))).toEqual([]);
  expect(codes("2025-06-30", merged, gave("2020-01-01", "B"))).toEqual(["C"]);
});
