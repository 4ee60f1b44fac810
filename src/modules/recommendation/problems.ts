import { defineProblems } from "#kernel/problem.ts";
import { problemsOfAbove } from "./problems/of-above.ts";
import { problemsOfFields } from "./problems/of-fields.ts";
import { problemsOfMerging } from "./problems/of-merging.ts";
import { problemsOfMoves } from "./problems/of-moves.ts";
import { problemsOfReceipt } from "./problems/of-receipt.ts";
import { problemsOfTime } from "./problems/of-time.ts";

/** Everything for which an act or a reading of matters is refused; by what it is about. */
export const recommendationProblems = defineProblems("recommendation", {
  ...problemsOfMoves,
  ...problemsOfTime,
  ...problemsOfMerging,
  ...problemsOfAbove,
  ...problemsOfFields,
  ...problemsOfReceipt,
});
