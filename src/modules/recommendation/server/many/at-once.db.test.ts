import { actNamed } from "#acts/registry.ts";
import { Problem } from "#kernel/problem.ts";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { verifyMatters } from "../index.ts";

// What hangs together is changed by several at the same moment: they wait for each other in one direction.

const { db } = await testDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await buildCast(db);
});

const move = (name: string, input: Record<string, unknown>) =>
  cast.perform(actNamed(`recommendation.${name}`)!, input, { actor: cast.system, now: noon }) as Promise<{
    code: string;
  }>;

let said = 0;
async function received(): Promise<string> {
  const words = { text: `Mương tắc ${(said += 1)}`, field: "giao_thong", village: "A-1" };
  return (await move("receive", { unit: "A", ...words, received_on: "2026-02-02" })).code;
}

/** With what each was refused; null for what was done. */
async function outcomes(works: readonly Promise<unknown>[]): Promise<(string | null)[]> {
  const ended = await Promise.allSettled(works);
  return ended.map((one) => {
    if (one.status === "fulfilled") return null;
    if (one.reason instanceof Problem) return one.reason.definition.code;
    throw one.reason as Error;
  });
}

test("merges in both directions, passing upward and assigning many: each is done or told why not, and none is too busy", async () => {
  for (let round = 0; round < 6; round += 1) {
    const [a, b, c] = [await received(), await received(), await received()];
    const merge = (recommendation: string, into: string) =>
      move("merge", { recommendation, into, on: "2026-02-10" });
    const up = (recommendation: string) => move("forward_up", { recommendation, to: "T", on: "2026-02-10" });
    const many = { recommendations: [a, b, c], lead: "A-KT", due: "2026-03-10", on: "2026-02-10" };
    const told = await outcomes([
      merge(a, b),
      merge(b, a),
      merge(b, c),
      merge(c, b),
      merge(c, a),
      merge(a, c),
      up(b),
      up(c),
      move("assign_many", many),
      merge(b, a),
    ]);
    expect(told).toContain(null);
    expect(told.filter((code) => code?.startsWith("act."))).toEqual([]);
  }
  expect(await verifyMatters(db, () => undefined)).toEqual([]);
});
