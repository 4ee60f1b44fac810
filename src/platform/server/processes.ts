import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { log } from "./log.ts";
import { isStartProblem, startProblem } from "./start-problem.ts";

/** The processes that serve, under the one that keeps the database and works in the background. */
export type Processes = {
  /** The port they share. */
  readonly port: number;
  /** Lets each finish what is on its way; resolves once all have ended. */
  stop(): Promise<void>;
};

/** Whether this process is one of those. */
export const isOneOfSeveral = cluster.isWorker;

/** Milliseconds before one that ended is followed by another: one that cannot live does not keep the machine busy. */
const rest = 1_000;

/**
 * Starts so many processes of this same program, which listen on one port; one that ends is followed by another.
 * @throws StartProblem of one that could not start; the others have ended then
 */
export async function startProcesses(count: number): Promise<Processes> {
  const running = new Set<Worker>();
  let stopping = false;

  const start = async (): Promise<number> => {
    const worker = cluster.fork();
    running.add(worker);
    const ended = once(worker, "exit");
    void ended.then(() => running.delete(worker));
    const port = await Promise.race([portOf(worker), failureOf(worker), ended.then(() => endedEarly())]);
    if (typeof port !== "number") throw port;
    void ended.then(() => follow(worker));
    return port;
  };

  const follow = async ({ process: { pid, exitCode, signalCode } }: Worker) => {
    if (stopping) return;
    log.error({ pid, exitCode, signalCode }, "a serving process ended; another one is started");
    while (!stopping) {
      await wait(rest);
      if (stopping) return;
      const started = await start().catch(
        (error: unknown) => void log.error({ err: error }, "it could not start"),
      );
      if (started !== undefined) return;
    }
  };

  const stop = async () => {
    stopping = true;
    const ends = [...running].map((worker) => once(worker, "exit"));
    for (const worker of running) worker.process.kill("SIGTERM");
    await Promise.all(ends);
  };

  try {
    const ports = await Promise.all(Array.from({ length: count }, start));
    return { port: ports[0]!, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Tells the process above that this one cannot start, and why. */
export async function tellFailure(error: unknown): Promise<void> {
  if (isStartProblem(error))
    await new Promise((sent) => process.send?.({ vi: error.vi, en: error.en }, sent));
}

const portOf = (worker: Worker) =>
  new Promise<number>((resolve) => worker.once("listening", ({ port }) => resolve(port)));

const failureOf = (worker: Worker) =>
  new Promise<Error>((resolve) =>
    worker.once("message", ({ vi, en }: { vi: string; en: string }) => resolve(startProblem(vi, en))),
  );

function endedEarly(): Error {
  return startProblem(
    "Một tiến trình phục vụ đã kết thúc trước khi sẵn sàng; hãy xem nhật ký.",
    "A serving process ended before it was ready; see the log.",
  );
}
