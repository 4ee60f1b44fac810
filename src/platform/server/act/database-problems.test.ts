import { expect, test } from "vitest";
import { Problem } from "#kernel/problem.ts";
import { asProblem, isUnforeseen, statedProblem } from "./database-problems.ts";

const failure = (members: object) => Object.assign(new Error("no"), members);

test.each([
  ["the server is still recovering", { code: "57P03" }],
  ["nobody listens", { code: "ECONNREFUSED", syscall: "connect" }],
  ["its socket is not there yet", { code: "ENOENT", syscall: "connect" }],
  ["its name leads nowhere for a while", { code: "EAI_AGAIN", syscall: "getaddrinfo" }],
  ["the server is shut down", { code: "57P01" }],
  ["the server ends all connections after a fall", { code: "57P02" }],
  ["the connection broke on the way", { code: "ECONNRESET", syscall: "read" }],
  ["it broke while something was sent", { code: "EPIPE", syscall: "write" }],
  ["it was gone before the answer", { message: "Connection terminated unexpectedly" }],
  ["it took no connection", { message: "timeout expired" }],
  ["it answered nothing at all", { message: "Query read timeout" }],
  ["what was prepared is gone", { code: "26000" }],
  ["another server stands behind the same connection", { code: "42P05" }],
  ["the two sides have lost each other", { code: "08P01" }],
  ["it was lost earlier", { message: "Client has encountered a connection error and is not queryable" }],
])("when %s, the database is away", (_, members) => {
  expect(asProblem(failure(members))).toMatchObject({
    definition: { code: "act.database_away", status: 503 },
  });
});

test.each([
  ["two transactions wait for each other", "40P01", "act.busy"],
  ["a statement took too long", "57014", "act.busy"],
  ["the server has no memory left", "53200", "act.busy"],
  ["its disk is full", "53100", "act.not_writable"],
  ["its disk answers with errors", "58030", "act.not_writable"],
  ["it is a standby", "25006", "act.read_only"],
])("when %s, the asker is told to come again", (_, sqlState, code) => {
  expect(asProblem(failure({ code: sqlState }))).toMatchObject({ definition: { code, status: 503 } });
});

test.each([
  ["two write the same at the same moment", "23505", "act.met_another", 409],
  ["what is referred to went away", "23503", "act.met_another", 409],
  ["a check that no input foresaw refuses", "23514", "act.not_storable", 422],
  ["a number is too large", "22003", "act.not_storable", 422],
])("when %s, it is a problem, and told in the log", (_, sqlState, code, status) => {
  expect(asProblem(failure({ code: sqlState }))).toMatchObject({ definition: { code, status } });
  expect(isUnforeseen(failure({ code: sqlState }))).toBe(true);
});

test.each([
  ["a file of ours is missing", { code: "ENOENT", syscall: "open" }],
  ["what we write to is gone", { code: "EPIPE", syscall: "fsync" }],
  ["the past was to be changed, which no act does", { code: "DT001" }],
])("when %s, the failure stays what it is", (_, members) => {
  const error = failure(members);
  expect(asProblem(error)).toBe(error);
});

test("a constraint that states a rule becomes that rule's problem", () => {
  const definition = { code: "x.taken", status: 409, vi: "Đã có.", en: "Taken." } as const;
  const problem = statedProblem(failure({ code: "23505", constraint: "x_taken" }), { x_taken: definition });
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({ definition });
  expect(
    statedProblem(failure({ code: "23505", constraint: "y_taken" }), { x_taken: definition }),
  ).toBeNull();
});
