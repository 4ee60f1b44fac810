import { Problem } from "#kernel/problem.ts";
import { log } from "../log.ts";
import { openBenches, type Bench } from "./benches.ts";
import { problemAgain, type Answer, type Order } from "./messages.ts";
import { workshopProblems as problems } from "./problems.ts";
import type { Trade } from "./trade.ts";
import { comeAgainIn, expectedFor, paceAfter, type Patience } from "./turns.ts";

/** Milliseconds, and numbers of works; a workshop without patience and limit takes the time that its works need. */
export type WorkshopSettings = {
  /** How many processes work at once. */
  readonly hands: number;
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
  do<Input, Output>(trade: Trade<Input, Output>, input: Input): Promise<Output>;
  /** Whether a work would begin at once. */
  readonly isFree: boolean;
  /** Has a process ready that has already done what is slow the first time. */
  prepare(trade: Trade<never, unknown>): void;
  /** Ends the processes; who waits is refused. */
  close(): void;
};

type Work = {
  readonly trade: string;
  readonly order: Order;
  readonly units: number;
  readonly expected: number;
  readonly resolve: (output: unknown) => void;
  readonly reject: (problem: unknown) => void;
};

export function openWorkshop({ hands, patience, limit, idle }: WorkshopSettings): Workshop {
  const waiting: Work[] = [];
  const benches = openBenches(hands, idle);
  const paces = new Map<string, number>();

  function refusal(): number | null {
    const queue = { hands, waiting: waiting.map(({ expected }) => expected), running: benches.running };
    return comeAgainIn(queue, patience, performance.now());
  }

  function next(): void {
    for (let bench; waiting.length > 0 && (bench = benches.free());) void doAt(bench, waiting.shift()!);
  }

  async function doAt(bench: Bench, work: Work): Promise<void> {
    const since = performance.now();
    bench.work = { expected: work.expected, since };
    const outcome = await within(limit, bench.hand.do(work.order).catch(asFault));
    if (outcome === "late" || outcome === null) {
      const { trade, units } = work;
      log.error({ trade, units, pid: bench.hand.pid, outcome }, "a work was cut off");
      benches.kill(bench);
      work.reject(outcome === "late" ? tooLong(limit) : new Problem(problems.ended, { retryAfter: 5 }));
    } else {
      benches.done(bench, outcome.memory);
      if ("output" in outcome) learn(work, performance.now() - since);
      settle(work, outcome);
    }
    next();
  }

  /** A process that was only made ready has done nothing by which one could tell. */
  function learn({ trade, units }: Work, took: number): void {
    if (units > 0) paces.set(trade, paceAfter(paces.get(trade)!, units, took));
  }

  function begin(trade: Trade<never, unknown>, order: Order, units: number): Promise<unknown> {
    if (!paces.has(trade.name)) paces.set(trade.name, trade.pace);
    const expected = expectedFor(paces.get(trade.name)!, units);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const work = { trade: trade.name, order, units, expected, resolve, reject };
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
    async do<Input, Output>(trade: Trade<Input, Output>, input: Input): Promise<Output> {
      const seconds = refusal();
      if (seconds !== null) throw busy(seconds);
      return (await begin(trade, { file: trade.file, input }, trade.unitsOf(input))) as Output;
    },
    get isFree() {
      return waiting.length === 0 && benches.hasFree;
    },
    prepare(trade) {
      begin(trade, { prepare: trade.file }, 0).catch((error: unknown) => {
        log.warn({ err: error, trade: trade.name }, "no process could be made ready beforehand");
      });
    },
    close() {
      for (const work of waiting.splice(0)) work.reject(new Problem(problems.ended, { retryAfter: 5 }));
      benches.close();
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
