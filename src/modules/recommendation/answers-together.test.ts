import { expect, test } from "vitest";
import { answersTogether, repliesWith, type AnswerAbove } from "./answers-together.ts";

const said = (code: string, more: Partial<AnswerAbove> = {}): AnswerAbove => ({
  ...{ code, on: "2026-02-10", outcome: "done", text: `Đã làm ${code}`, symbol: null },
  ...more,
});

test("one answer is the reply as it stands", () => {
  expect(answersTogether([said("T-1", { symbol: "9/UBND" })])).toMatchObject({
    ...{ outcome: "done", text: "Đã làm T-1", symbol: "9/UBND" },
  });
});

test("several stand under the codes of their matters", () => {
  const together = answersTogether([said("T-1", { symbol: "9/UBND" }), said("T-2", { text: "Hai\nhàng" })]);
  expect(together.text).toBe("T-1 (văn bản 9/UBND): Đã làm T-1\n\nT-2: Hai\nhàng");
});

test.each([
  [["done", "refused"], "refused"],
  [["refused", "explained"], "refused"],
  [["explained", "done"], "explained"],
  [["inspected", "document_issued"], "document_issued"],
] as const)("%j is told as %s", (outcomes, told) => {
  expect(answersTogether(outcomes.map((outcome, at) => said(`T-${at}`, { outcome }))).outcome).toBe(told);
});

test("a reply says each of its answers and no part of one", () => {
  const { text } = answersTogether([said("T-1"), said("T-2", { text: "Hai\n\nđoạn" })]);
  for (const words of ["Đã làm T-1", "Hai\n\nđoạn"]) expect(repliesWith(text, words)).toBe(true);
  for (const words of ["làm T-1", "Đã làm", "Hai", "đoạn", null, ""])
    expect(repliesWith(text, words)).toBe(false);
  expect(repliesWith("Xong", "Xong")).toBe(true);
  expect(repliesWith(null, null)).toBe(true);
});
