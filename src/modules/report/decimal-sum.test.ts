import { describe, expect, test } from "vitest";
import { decimalSum } from "./decimal-sum.ts";

describe("decimalSum", () => {
  test.each([
    [[], 0],
    [["13"], 13],
    [["0.1", "0.2"], 0.3],
    [["9.5", "7.4", "4.3"], 21.2],
    [["1.10", "2"], 3.1],
    [["-0.5", "0.25"], -0.25],
    [["-0.05", "0"], -0.05],
    [["9007199254740993", "-9007199254740992.5"], 0.5],
  ])("%j → %d", (values, sum) => expect(decimalSum(values)).toBe(sum));
});
