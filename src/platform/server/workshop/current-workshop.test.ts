import { Problem } from "#kernel/problem.ts";
import { afterEach, expect, test } from "vitest";
import { oddWork } from "../../../../tests/support/odd-work.ts";
import { currentWorkshop } from "./current-workshop.ts";

const slot = Symbol.for("doi-thoai.workshop");
const before = Reflect.get(globalThis, slot) as unknown;
afterEach(() => Reflect.set(globalThis, slot, before));

/** The server is started from the sources and answers from the built bundle, which has copies of its own of every class. */
test("what the workshop refuses is a problem to whoever asks, whichever copy of our modules opened it", async () => {
  const definition = {
    code: "workshop.busy",
    status: 503,
    vi: "Đợi {seconds} giây.",
    en: "Wait {seconds} s.",
  };
  const ofAnother = {
    definition,
    vi: "Đợi 9 giây.",
    en: "Wait 9 s.",
    faults: [],
    details: {},
    retryAfter: 9,
  };
  const error = Object.assign(new Error("workshop.busy"), { name: "Problem" }, ofAnother);
  Reflect.set(globalThis, slot, { do: () => Promise.reject(error) });
  const refused = await currentWorkshop()
    .do(oddWork, { what: "pid" })
    .catch((thrown: unknown) => thrown);
  expect(refused).toBeInstanceOf(Problem);
  expect(refused).toMatchObject({ vi: "Đợi 9 giây.", retryAfter: 9, definition: { status: 503 } });
});

test("a fault stays the fault that it is", async () => {
  const fault = new TypeError("a fault of ours");
  Reflect.set(globalThis, slot, { do: () => Promise.reject(fault) });
  await expect(currentWorkshop().do(oddWork, { what: "pid" })).rejects.toBe(fault);
});
