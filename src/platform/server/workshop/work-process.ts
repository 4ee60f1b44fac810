import { fork, type ChildProcess } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { inheritedEnvironment } from "#env";
import { projectRoot } from "../project-root.ts";
import type { Answer, Order } from "./messages.ts";

const program = join(projectRoot, "src", "platform", "server", "workshop", "beside.ts");

/** One process beside, that does one work at a time. */
export type WorkProcess = {
  /** Its id; undefined when it could not be started. */
  readonly pid: number | undefined;
  /** What came of an order; null when the process ended before it answered. */
  do(order: Order): Promise<Answer | null>;
  /** Lets it end by itself. */
  dismiss(): void;
  /** Ends it whatever it is doing: only a process of its own can be ended in the middle of foreign code. */
  kill(): void;
};

/**
 * Starts a process, of whose end it tells, that keeps out of the way: of lower priority than the server, on one core, and with one pool of memory
 * instead of one for each thread. While it has nothing to do it keeps nobody from ending.
 */
export function startWorkProcess(ended: () => void): WorkProcess {
  const child = fork(program, {
    cwd: projectRoot,
    execArgv: ["--max-old-space-size=1024"],
    env: { ...inheritedEnvironment(), RAYON_NUM_THREADS: "1", MALLOC_ARENA_MAX: "1" },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  let answered: ((answer: Answer | null) => void) | undefined;
  const answer = (given: Answer | null) => {
    awaitNothing(child);
    answered?.(given);
    answered = undefined;
  };
  child.on("message", (given: Answer) => answer(given));
  const end = () => {
    answer(null);
    ended();
  };
  child.once("exit", end).once("error", end);
  child.once("spawn", () => giveWay(child));
  awaitNothing(child);
  return {
    pid: child.pid,
    do: (order) =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null || !child.connected) return resolve(null);
        answered = resolve;
        child.ref();
        child.channel?.ref();
        // What cannot be sent is a process that is ending: its exit answers.
        child.send(order, () => {});
      }),
    dismiss: () => child.connected && child.disconnect(),
    kill: () => child.kill("SIGKILL"),
  };
}

function awaitNothing(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

function giveWay(child: ChildProcess): void {
  try {
    setPriority(child.pid!, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Where the system does not let us it is as any other, or it has ended already.
  }
}
