import type { Move } from "#modules/recommendation/status-transitions.ts";
import fc from "fast-check";

/** A number by which one of several is picked, when it is known of how many. */
const choice = fc.nat({ max: 1000 });
const unit = fc.constantFrom("X1", "X1", "X2", "X3", "D1");
/** How many days ago it is said to have happened: most is written down at once, some late. */
const back = fc.constantFrom(0, 0, 0, 0, 1, 3, 10);

const told = { matter: choice, detail: choice, back, due: fc.constantFrom(0, 1, 5, 15, 30) };

/** What an answer, an extension, a review or a matter above takes; each step is another act. */
const courses: readonly (readonly Move[])[] = [
  ["assign"],
  ["assign", "draft_answer", "approve_answer", "answer"],
  ["draft_answer", "approve_answer", "answer", "confirm"],
  ["draft_answer", "approve_answer", "answer", "reopen"],
  ["assign", "ask_extension", "extend"],
  ["hold", "release"],
  ["forward_up"],
  ["forward_up", "merge"],
  ["merge", "hold"],
];

/** What a unit above does with what was passed up to it: answered, it is taken up again, merged, taken back. */
const coursesAbove: readonly (readonly (Move | "annul")[])[] = [
  ["assign", "draft_answer", "approve_answer", "answer"],
  ["assign", "draft_answer", "approve_answer", "answer", "reopen"],
  ["reopen", "draft_answer", "approve_answer", "answer"],
  ["rule"],
  ["reject"],
  ["reopen"],
  ["reopen", "annul"],
  ["reopen", "forward_up"],
  ["merge"],
  ["merge", "annul"],
  ["annul"],
];

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant("wait"), days: fc.constantFrom(1, 1, 2, 7, 20) }) },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant("receive"), unit, back, detail: choice, kind: choice }),
  },
  { weight: 12, arbitrary: fc.record({ does: fc.constant("move"), move: choice, ...told }) },
  {
    weight: 8,
    arbitrary: fc.record({ does: fc.constant("moves"), moves: fc.constantFrom(...courses), ...told }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ does: fc.constant("above"), moves: fc.constantFrom(...coursesAbove), ...told }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant("annul"), matter: choice, byFront: choice }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("correct"),
      matter: choice,
      back,
      detail: choice,
      kind: choice,
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("confer"), unit, back, detail: choice }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant("confer_again"), conference: choice, back, detail: choice }),
  },
);

export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
export type Told = { readonly detail: number; readonly back: number; readonly due: number };

/** What a place lives through, in the order in which it is entered. */
export const arbitrarySteps = fc.array(step, { minLength: 10, maxLength: 60, size: "max" });
