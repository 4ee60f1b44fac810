import { expect, test } from "vitest";
import { Problem } from "#kernel/problem.ts";
import { asProblem } from "./database-problems.ts";

const failure = (members: object) => Object.assign(new Error("no"), members);

test.each([
  ["the server is still recovering", { code: "57P03" }],
  ["nobody listens", { code: "ECONNREFUSED", syscall: "connect" }],
  ["its socket is not there yet", { code: "ENOENT", syscall: "connect" }],
  ["two transactions wait for each other", { code: "40P01" }],
])("when %s, the asker is told to send again", (_, members) => {
  expect(asProblem(failure(members))).toMatchObject({ definition: { code: "act.busy", status: 503 } });
});

test.each([
  ["a file of ours is missing", { code: "ENOENT", syscall: "open" }],
  ["the connection broke on the way, when it may have been written", { code: "ECONNRESET", syscall: "read" }],
  ["a constraint nobody foresaw", { code: "23505", constraint: "unforeseen" }],
])("when %s, the failure stays what it is", (_, members) => {
  const error = failure(members);
  expect(asProblem(error)).toBe(error);
});

test("a constraint that states a rule becomes that rule's problem", () => {
  const definition = { code: "x.taken", status: 409, vi: "Đã có.", en: "Taken." } as const;
  const problem = asProblem(failure({ code: "23505", constraint: "x_taken" }), { x_taken: definition });
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({ definition });
});
