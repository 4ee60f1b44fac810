import { expect, test } from "vitest";
import { balanceWords, figureWords, rateWords } from "./words.ts";

// Whoever quotes a line of a report, or looks for it in its sheet, has nothing but its name.

test.each(["vi", "en"] as const)("no two figures of one report are called alike (%s)", (language) => {
  const words = [figureWords, balanceWords, rateWords].flatMap((all) => Object.values(all));
  const names = words.map((word) => word[language].toLowerCase());
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
