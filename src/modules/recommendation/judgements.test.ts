import fc from "fast-check";
import { expect, test } from "vitest";
import { closedWithReason, judged, noInWords, unjudged } from "./judgements.ts";
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

test("whose no it is, is said by those who said it: the Front's finding is not the people's word", () => {
  const no = (...words: [string, string][]) =>
    noInWords(
      words.reduce(
        (so, [confirmedBy, matter]) =>
          judged(so, { confirmedBy, raisedIn: [matter], satisfied: false } as never),
        unjudged,
      ),
    ).who;
  expect(no(["requester", "a"])).toBe("Bà con");
  expect(no(["village_head", "a"], ["requester", "a"])).toBe("Bà con");
  expect(no(["front", "a"])).toBe("Mặt trận");
  expect(no(["front", "a"], ["village_head", "a"])).toBe("Bà con và Mặt trận");
});
