import { Problem } from "#kernel/problem.ts";
import { log } from "../log.ts";
import { openStations, type Station } from "./stations.ts";
import { problemAgain, type Answer, type Order } from "./messages.ts";
import { workshopProblems as problems } from "./problems.ts";
import type { WorkKind } from "./work-kind.ts";
import { comeAgainIn, expectedFor, paceAfter, type Patience } from "./turns.ts";

/** Milliseconds, and numbers of works; a workshop without patience and limit takes the time that its works need. */
export type WorkshopSettings = {
  /** How many processes work at once. */
  readonly processes: number;
  readonly patience: Patience;
  /** How long one work may take. */
  readonly limit: number;
  /** After how long without work a process ends. */
  readonly idle: number;
};

/** Where papers and large sheets are made: beside the server, in processes of their own, one after another. */
export type Workshop = {
  /**
   * @throws Problem `workshop.busy` when its turn does not come in time, `too_long`, `ended` when the process died over
   *   it, or the problem that the work itself met
   */
  do<Input, Output>(kind: WorkKind<Input, Output>, input: Input): Promise<Output>;
  /** Whether a work would begin at once. */
  readonly isFree: boolean;
  /** Has a process ready that has already done what is slow the first time. */
  prepare(kind: WorkKind<never, unknown>): void;
  /** Ends the processes; who waits is refused. */
  close(): void;
};

type Work = {
  readonly kind: string;
  readonly order: Order;
  readonly units: number;
  readonly expected: number;
  readonly resolve: (output: unknown) => void;
  readonly reject: (problem: unknown) => void;
};

export function openWorkshop({ processes, patience, limit, idle }: WorkshopSettings): Workshop {
  const waiting: Work[] = [];
  const stations = openStations(processes, idle);
  const paces = new Map<string, number>();

  function refusal(): number | null {
    const queue = { processes, waiting: waiting.map(({ expected }) => expected), running: stations.running };
    return comeAgainIn(queue, patience, performance.now());
  }

  function next(): void {
    for (let station; waiting.length > 0 && (station = stations.free());)
      void doAt(station, waiting.shift()!);
  }

  async function doAt(station: Station, work: Work): Promise<void> {
    const since = performance.now();
    station.work = { expected: work.expected, since };
    const outcome = await within(limit, station.process.do(work.order).catch(asFault));
    if (outcome === "late" || outcome === null) {
      const { kind, units } = work;
      log.error({ kind, units, pid: station.process.pid, outcome }, "a work was cut off");
      stations.kill(station);
      work.reject(outcome === "late" ? tooLong(limit) : new Problem(problems.ended, { retryAfter: 5 }));
    } else {
      stations.done(station, outcome.memory);
      if ("output" in outcome) learn(work, performance.now() - since);
      settle(work, outcome);
    }
    next();
  }

  /** A process that was only made ready has done nothing by which one could tell. */
  function learn({ kind, units }: Work, took: number): void {
    if (units > 0) paces.set(kind, paceAfter(paces.get(kind)!, units, took));
  }

  function begin(kind: WorkKind<never, unknown>, order: Order, units: number): Promise<unknown> {
    if (!paces.has(kind.name)) paces.set(kind.name, kind.pace);
    const expected = expectedFor(paces.get(kind.name)!, units);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const work = { kind: kind.name, order, units, expected, resolve, reject };
    waiting.push(work);
    next();
    if (waiting.includes(work) && Number.isFinite(patience.waits))
      setTimeout(() => giveUp(work), patience.waits).unref();
    return promise;
  }

  /** What was expected may be wrong: nobody waits longer than they were promised. */
  function giveUp(work: Work): void {
    const place = waiting.indexOf(work);
    if (place < 0) return;
    waiting.splice(place, 1);
    work.reject(busy(refusal() ?? 30));
  }

  return {
    async do<Input, Output>(kind: WorkKind<Input, Output>, input: Input): Promise<Output> {
      const seconds = refusal();
      if (seconds !== null) throw busy(seconds);
      return (await begin(kind, { file: kind.file, input }, kind.unitsOf(input))) as Output;
    },
    get isFree() {
      return waiting.length === 0 && stations.hasFree;
    },
    prepare(kind) {
      begin(kind, { prepare: kind.file }, 0).catch((error: unknown) => {
        log.warn({ err: error, kind: kind.name }, "no process could be made ready beforehand");
      });
    },
    close() {
      for (const work of waiting.splice(0)) work.reject(new Problem(problems.ended, { retryAfter: 5 }));
      stations.close();
    },
  };
}

function settle({ resolve, reject }: Work, answer: Answer): void {
  if ("output" in answer) resolve(answer.output);
  else reject("problem" in answer ? problemAgain(answer.problem) : new Error(answer.fault));
}

const busy = (seconds: number) => new Problem(problems.busy, { values: { seconds }, retryAfter: seconds });

const tooLong = (limit: number) =>
  new Problem(problems.too_long, { values: { seconds: Math.round(limit / 1000) }, retryAfter: 120 });

/** What could not even be sent is a fault of ours, of which the process knows nothing. */
const asFault = (error: unknown): Answer => ({
  memory: 0,
  fault: error instanceof Error ? error.stack! : String(error),
});

async function within<T>(limit: number, promise: Promise<T>): Promise<T | "late"> {
  if (!Number.isFinite(limit)) return promise;
  const { promise: late, resolve } = Promise.withResolvers<"late">();
  const timer = setTimeout(() => resolve("late"), limit);
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
