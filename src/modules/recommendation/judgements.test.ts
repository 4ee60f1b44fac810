import fc from "fast-check";
import { expect, test } from "vitest";
import { closedWithReason, judged, unjudged } from "./judgements.ts";
import { confirmers } from "./statuses.ts";

const word = fc.record({
  confirmedBy: fc.constantFrom(...confirmers),
  raisedIn: fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 }),
  satisfied: fc.boolean(),
  closes: fc.boolean(),
});
type Word = { confirmedBy: string; raisedIn: readonly string[] };
const speaks = (by: string, matter: string) => (one: Word) =>
  one.confirmedBy === by && (by === "front" || one.raisedIn.includes(matter));

test("somebody is not satisfied while the last word of one of them is no, whatever all the others say", () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const state = words.reduce(
        (so, { closes, ...one }) => {
          const next = judged(so, one);
          return closes ? { ...next, ...closedWithReason } : next;
        },
        unjudged as ReturnType<typeof judged>,
      );
      const lastOfEach = confirmers.flatMap((by) =>
        ["a", "b", "c"].map((matter) => words.findLastIndex(speaks(by, matter))),
      );
      const noes = lastOfEach.filter((at) => at >= 0 && !words[at]!.satisfied);
      const closed = words.findLastIndex(({ closes }) => closes);
      expect(state.satisfied).toBe(words.length === 0 ? null : noes.length === 0);
      expect(state.unsettled).toBe(noes.some((at) => at > closed));
    }),
  );
});
