import { expect, test } from "vitest";
import { readRecoveryCode, recoveryCodeFrom } from "./recovery-code.ts";

test("has no sign that is taken for another, and is read out in fours", () => {
  const codes = Array.from({ length: 200 }, (_, at) => recoveryCodeFrom((bound) => (at * 7) % bound));
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/);
});

test.each([
  ["as it was given", "7K3M-PQ2X-9RTB", "7K3M-PQ2X-9RTB"],
  ["in small letters", "7k3m-pq2x-9rtb", "7K3M-PQ2X-9RTB"],
  ["without its dashes", "7k3m pq2x9rtb", "7K3M-PQ2X-9RTB"],
  ["one of before, where letters differ by their size", " aB0lI-Oo1xY ", "aB0lI-Oo1xY"],
  ["a word", "không biết", "khôngbiết"],
])("is read %s", (_, typed, code) => expect(readRecoveryCode(typed)).toBe(code));
