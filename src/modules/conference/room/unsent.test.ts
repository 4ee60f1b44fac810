import { expect, test } from "vitest";
import { entered, nothingKept, refused, typed, type Kept } from "./room-queue.ts";
import { keptUnder, unsentOf } from "./unsent.ts";

const turn = { key: "t1", kind: "turn", needs: null, label: "t1", fields: { speaker: "Bà Hai" } } as const;
const waiting = entered(nothingKept, turn, null);

/** A device that keeps these texts under these names. */
function device(texts: Record<string, string>) {
  const names = Object.keys(texts);
  const key = (at: number) => names[at] ?? null;
  return { length: names.length, key, getItem: (name: string) => texts[name] ?? null };
}
const keeping = (kept: Kept) => device({ [keptUnder("me", "c1")]: JSON.stringify(kept), theme: "dark" });

test.each<[string, Kept, number]>([
  ["nothing", nothingKept, 0],
  ["an entry that waits", waiting, 1],
  ["one that was refused", refused(waiting, "t1", "Không."), 1],
  ["a form begun", typed(nothingKept, "turn", "speaker", "Ông"), 1],
  ["a ruling begun", typed(nothingKept, "rule:X-1", "text", "Đã làm"), 1],
  ["a form that holds only what it holds anyway", typed(nothingKept, "turn", "naming", "named"), 0],
  ["a form emptied again", typed(nothingKept, "turn", "speaker", " "), 0],
  ["an entry and a form begun", typed(waiting, "matter", "text", "Sửa"), 2],
])("%s counts as it should", (_, kept, count) => {
  expect(unsentOf("me", keeping(kept))).toEqual(count > 0 ? [{ conference: "c1", count }] : []);
});

test("of another person nothing is counted, nor what cannot be read", () => {
  expect(unsentOf("you", keeping(waiting))).toEqual([]);
  expect(unsentOf("me", device({ [keptUnder("me", "c1")]: "{" }))).toEqual([]);
});
