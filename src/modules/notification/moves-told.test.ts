import { moveRows } from "#modules/recommendation/moves/move-rows.ts";
import { moves, type Move } from "#modules/recommendation/status-transitions.ts";
import { describe, expect, test } from "vitest";
import { toldOf } from "./moves-told.ts";
import { notificationInWords } from "./words.ts";

describe.each(moves)("%s", (move: Move) => {
  const { told } = moveRows[move];

  test("is told in both languages to whom it concerns, or it is said why to nobody", () => {
    if ("nobody" in told) return expect(told.nobody.length).toBeGreaterThan(20);
    expect(told.to.length).toBeGreaterThan(0);
    for (const { side, capacities } of toldOf(move)) {
      expect(capacities.length).toBeGreaterThan(0);
      const words = notificationInWords({ code: "MC-2026-0001", side, move });
      for (const text of [words.vi, words.en]) {
        expect(text).toContain("MC-2026-0001");
        expect(text).not.toMatch(/undefined|null/);
      }
      expect(words.vi).not.toBe(words.en);
    }
  });

  test("nobody hears of it twice in one post", () => {
    const posts = toldOf(move).flatMap(({ side, capacities }) => capacities.map((each) => `${side} ${each}`));
    expect(posts).toEqual([...new Set(posts)]);
  });
});

test("a no of the people is told, a yes is not; a closing is told with its reason alone", () => {
  const fact = { satisfied: null, reason: null };
  expect(toldOf("confirm", { ...fact, satisfied: false }).map(({ side }) => side)).toEqual(["unit", "lead"]);
  expect(toldOf("confirm", { ...fact, satisfied: true })).toEqual([]);
  expect(toldOf("close", fact)).toEqual([]);
  expect(toldOf("close", { ...fact, reason: "Hết thẩm quyền" })).not.toEqual([]);
});
