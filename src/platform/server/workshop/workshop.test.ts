import type { Problem } from "#kernel/problem.ts";
import { afterEach, describe, expect, test } from "vitest";
import { oddWork, type Odd } from "../../../../tests/support/odd-work.ts";
import { openWorkshop, type Workshop, type WorkshopSettings } from "./workshop.ts";

const settings: WorkshopSettings = {
  processes: 1,
  patience: { waits: 20_000, most: 50 },
  limit: 20_000,
  idle: 60_000,
};
const opened: Workshop[] = [];
function open(changes: Partial<WorkshopSettings> = {}): (odd: Odd) => Promise<number> {
  const workshop = openWorkshop({ ...settings, ...changes });
  opened.push(workshop);
  return (odd) => workshop.do(oddWork, odd);
}
afterEach(() => {
  for (const workshop of opened.splice(0)) workshop.close();
});

const problem = (code: string, more: object = {}) => ({ definition: { code, status: 503 }, ...more });

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("a work", () => {
  test("is done in another process, the next one in the same", async () => {
    const send = open();
    const [first, second] = [await send({ what: "pid" }), await send({ what: "pid" })];
    expect(first).not.toBe(process.pid);
    expect(second).toBe(first);
  });

  test("holds nobody up here, however long it keeps its own process", async () => {
    const send = open({ limit: 400 });
    const hanging = send({ what: "hang" }).catch(() => "cut off");
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 10);
    expect(await hanging).toBe("cut off");
    clearInterval(counting);
    expect(turns).toBeGreaterThan(5);
  });

  test("that meets a problem is refused with it, one that fails with its fault; the process goes on", async () => {
    const send = open();
    const pid = await send({ what: "pid" });
    await expect(send({ what: "refuse" })).rejects.toMatchObject({
      definition: { code: "sheet.too_large", status: 413 },
      vi: "Tệp quá lớn: không quá 4 MB và 5.000 dòng. Hãy chia thành nhiều tệp.",
      faults: [{ field: "file" }],
    });
    await expect(send({ what: "fault" })).rejects.toThrow("a fault of ours");
    expect(await send({ what: "pid" })).toBe(pid);
  });

  test("that cannot be sent is our fault, and keeps nobody waiting", async () => {
    const send = open();
    await expect(send({ what: "pid", strange: () => 1 } as unknown as Odd)).rejects.toThrow(/clone/);
    expect(await send({ what: "pid" })).toBeGreaterThan(0);
  });
});

describe("a process", () => {
  test("that dies over a work is said so, and the next work has a new one", async () => {
    const send = open();
    const pid = await send({ what: "pid" });
    const [died, after] = [send({ what: "die" }), send({ what: "pid" })];
    await expect(died).rejects.toMatchObject(problem("workshop.ended", { retryAfter: 5 }));
    expect(await after).not.toBe(pid);
  });

  test("that died while it had nothing to do is missed by nobody", async () => {
    const send = open();
    const pid = await send({ what: "pid" });
    process.kill(pid, "SIGKILL");
    await expect.poll(() => isAlive(pid)).toBe(false);
    expect(await send({ what: "pid" })).not.toBe(pid);
  });

  test("that takes too long is ended in the middle of it; who waited has their turn", async () => {
    const send = open({ limit: 4000 });
    const pid = await send({ what: "pid" });
    const [hung, after] = [send({ what: "hang" }), send({ what: "pid" })];
    await expect(hung).rejects.toMatchObject(problem("workshop.too_long", { retryAfter: 120 }));
    expect(await after).not.toBe(pid);
    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  test("ends where there is nothing to do, and where it holds too much; the next work has another", async () => {
    const idle = open({ idle: 50 });
    const rested = await idle({ what: "pid" });
    await expect.poll(() => isAlive(rested)).toBe(false);
    expect(await idle({ what: "pid" })).not.toBe(rested);

    const send = open();
    const grown = await send({ what: "grow" });
    await expect.poll(() => isAlive(grown)).toBe(false);
    expect(await send({ what: "pid" })).not.toBe(grown);
  });

  test("ends with the workshop, in the middle of a work too", async () => {
    const send = open();
    const pid = await send({ what: "pid" });
    const [hung, waiting] = [send({ what: "hang" }), send({ what: "pid" })];
    opened.at(-1)!.close();
    expect(await Promise.allSettled([hung, waiting])).toMatchObject([
      { reason: problem("workshop.ended") },
      { reason: problem("workshop.ended") },
    ]);
    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  test("is ready before the first work where it was asked for", async () => {
    const workshop = openWorkshop(settings);
    opened.push(workshop);
    workshop.prepare(oddWork);
    expect(workshop.isFree).toBe(false);
    await expect.poll(() => workshop.isFree).toBe(true);
    expect(await workshop.do(oddWork, { what: "pid" })).toBeGreaterThan(0);
  });
});

describe("more works than can be done", () => {
  const sleep = (milliseconds: number, expected: number): Odd => ({ what: "sleep", milliseconds, expected });

  test("are refused at once where they would wait too long, with when to come again; the others are done", async () => {
    const send = open();
    await send({ what: "pid" });
    const taken = [sleep(100, 13_000), sleep(100, 13_000)].map(send);
    const refused = (await send(sleep(100, 1000)).catch((error: unknown) => error)) as Problem;
    expect(refused).toMatchObject(problem("workshop.busy"));
    expect(refused.retryAfter).toBeGreaterThanOrEqual(5);
    expect(refused.vi).toContain(`sau ${refused.retryAfter} giây`);
    expect(await Promise.all(taken)).toHaveLength(2);
  });

  test("are refused where too many wait, however short they are", async () => {
    const send = open({ patience: { waits: 20_000, most: 2 } });
    const taken = [1, 2, 3].map(() => send({ what: "pid" }));
    await expect(send({ what: "pid" })).rejects.toMatchObject(problem("workshop.busy"));
    expect(new Set(await Promise.all(taken)).size).toBe(1);
  });

  test("wait no longer than they were promised, where a work takes longer than was expected", async () => {
    const send = open({ patience: { waits: 300, most: 50 }, limit: 4000 });
    await send({ what: "pid" });
    const hung = send({ what: "hang" }).catch(() => "cut off");
    await expect(send({ what: "pid" })).rejects.toMatchObject(problem("workshop.busy"));
    expect(await hung).toBe("cut off");
  });

  test("two at once where there are two processes", async () => {
    const send = open({ processes: 2 });
    expect(new Set(await Promise.all([send(sleep(300, 300)), send(sleep(300, 300))])).size).toBe(2);
  });
});
