import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { log } from "../log.ts";
import { logDatabaseFault } from "./fault-log.ts";

const failure = (members: object) => Object.assign(new Error("no"), members);
const said = vi.spyOn(log, "error");
beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => {
  vi.useRealTimers();
  said.mockClear();
});

test("one outage is one line, whoever meets it, in whatever words; the next line counts the others", () => {
  vi.advanceTimersByTime(100_000);
  const met = [{ code: "57P01" }, { code: "ECONNREFUSED", syscall: "connect" }, { code: "57P03" }];
  for (const members of met) expect(logDatabaseFault(failure(members))).toBe(true);
  expect(said).toHaveBeenCalledOnce();
  expect(said.mock.calls[0]![0]).not.toHaveProperty("err");
  vi.advanceTimersByTime(61_000);
  logDatabaseFault(failure({ code: "57P03" }));
  expect(said).toHaveBeenLastCalledWith(
    expect.objectContaining({ code: "57P03", untold: 2 }),
    expect.anything(),
  );
});

test("another kind of fault is told besides", () => {
  logDatabaseFault(failure({ code: "53100" }));
  logDatabaseFault(failure({ code: "25006" }));
  expect(said).toHaveBeenCalledTimes(2);
});

test("an error of our own is none of the database's", () => {
  expect(logDatabaseFault(failure({ code: "DT001" }))).toBe(false);
  expect(logDatabaseFault(new TypeError("x is not a function"))).toBe(false);
  expect(said).not.toHaveBeenCalled();
});
