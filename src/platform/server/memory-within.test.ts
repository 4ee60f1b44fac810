import fc from "fast-check";
import { expect, test } from "vitest";
import { memoryWithin } from "./memory-within.ts";

const steps = fc.array(
  fc.record({
    what: fc.constantFrom("keep" as const, "get" as const, "forget" as const),
    key: fc.constantFrom("a", "b", "c", "d", "e"),
    bytes: fc.nat(120),
  }),
);

test("whatever is kept, asked for and forgotten, it weighs what is in it and never more than it may", () => {
  fc.assert(
    fc.property(steps, (all) => {
      const memory = memoryWithin<number>(100);
      for (const [at, { what, key, bytes }] of all.entries()) {
        if (what === "keep") {
          memory.keep(key, bytes, bytes);
          expect(memory.get(key)).toBe(bytes <= 100 ? bytes : undefined);
        } else if (what === "forget") memory.forget(key);
        else memory.get(key);
        const held = ["a", "b", "c", "d", "e"].filter((each) => memory.has(each));
        const weight = held.reduce((sum, each) => sum + memory.get(each)!, 0);
        expect([at, memory.weight]).toEqual([at, weight]);
        expect(weight).toBeLessThanOrEqual(100);
      }
    }),
  );
});

test("what was asked for longest ago goes first", () => {
  const memory = memoryWithin<string>(3);
  for (const key of ["a", "b", "c"]) memory.keep(key, key, 1);
  memory.get("a");
  memory.keep("d", "d", 1);
  expect(["a", "b", "c", "d"].filter((key) => memory.has(key))).toEqual(["a", "c", "d"]);
});

test("however many different things are kept, they are as many as there is room for", () => {
  const memory = memoryWithin<number>(1000);
  for (let n = 0; n < 5000; n++) memory.keep(String(n), n, 10);
  expect(memory.weight).toBe(1000);
});

test("what is kept anew weighs what it weighs now", () => {
  const memory = memoryWithin<string>(10);
  for (let time = 0; time < 5; time++) memory.keep("a", "A", 8);
  memory.keep("b", "B", 2);
  expect([memory.has("a"), memory.has("b")]).toEqual([true, true]);
  memory.keep("a", "A", 9);
  expect([memory.has("a"), memory.has("b")]).toEqual([true, false]);
});

test("what weighs more than all may is not kept, and takes no other's place", () => {
  const memory = memoryWithin<string>(10);
  memory.keep("a", "A", 4);
  memory.keep("b", "B", 11);
  expect([memory.has("a"), memory.has("b")]).toEqual([true, false]);
  memory.keep("a", "too much", 11);
  expect(memory.get("a")).toBeUndefined();
});
