import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "#kernel/problem.ts";
import { sheetProblems } from "#platform/server/sheet/problems.ts";
import type { WorkKind } from "#platform/server/workshop/work-kind.ts";

/** What the process beside is to do: come back with its number, sleep, hang as foreign code does, die, fail. */
export type Odd =
  | { readonly what: "pid" | "hang" | "die" | "fault" | "refuse" | "grow" }
  | { readonly what: "sleep"; readonly milliseconds: number; readonly expected: number };

export const oddWork: WorkKind<Odd, number> = {
  name: "odd",
  file: "tests/support/odd-work.ts",
  unitsOf: (odd) => ("expected" in odd ? odd.expected : 1),
  pace: 1000,
};

const held: Buffer[] = [];

export async function work(odd: Odd): Promise<number> {
  if (odd.what === "hang") for (;;);
  if (odd.what === "die") process.kill(process.pid, "SIGKILL");
  if (odd.what === "fault") throw new TypeError("a fault of ours");
  if (odd.what === "refuse") throw new Problem(sheetProblems.too_large, { field: "file" });
  if (odd.what === "grow") held.push(Buffer.alloc(320 * 1024 * 1024, 1));
  if (odd.what === "sleep") await sleep(odd.milliseconds);
  return process.pid;
}
