import { legalBases } from "#modules/conference/steps/legal-bases.ts";
import { expect, test } from "vitest";
import { ruleWord } from "./rule-words.ts";
import { STATUTORY_RULES } from "./statutory-rules.ts";

const texts = [
  ...STATUTORY_RULES.flatMap(({ name, citation }) => [name, citation]),
  ...legalBases.map(({ citation }) => citation),
];

test.each([...new Set(texts)])("%s has an English name", (text) => {
  expect(ruleWord(text, "vi")).toBe(text);
  expect(ruleWord(text, "en")).not.toBe(text);
});

test("an administrator's own rule has the one name it was given", () => {
  expect(ruleWord("Quy chế thử", "en")).toBe("Quy chế thử");
});
