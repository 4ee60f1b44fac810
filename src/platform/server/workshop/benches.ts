import { startHand, type Hand } from "./hand.ts";

/** A place where one process works: what it does at present, if anything. */
export type Bench = {
  readonly hand: Hand;
  work?: { readonly expected: number; readonly since: number };
  rest?: NodeJS.Timeout;
};

export type Benches = {
  /** Whether somebody is there, or may come, who has nothing to do. */
  readonly hasFree: boolean;
  readonly running: readonly NonNullable<Bench["work"]>[];
  /** Who has nothing to do: somebody new where there is room for them. */
  free(): Bench | undefined;
  /** The work is done, in a process that has come to hold so much memory. */
  done(bench: Bench, memory: number): void;
  kill(bench: Bench): void;
  /** Ends all of them, in the middle of a work too. */
  close(): void;
};

/** A process that has come to hold as much is let go after its work: what a large paper took is given back. */
const mostMemory = 300 * 1024 * 1024;

/** So many processes at most; one without work ends after so many milliseconds. */
export function openBenches(most: number, idle: number): Benches {
  const benches = new Set<Bench>();
  const resting = () => [...benches].find(({ work }) => work === undefined);

  function start(): Bench {
    const bench: Bench = { hand: startHand(() => benches.delete(bench)) };
    benches.add(bench);
    return bench;
  }

  function leave(bench: Bench, how: "dismiss" | "kill"): void {
    clearTimeout(bench.rest);
    benches.delete(bench);
    bench.hand[how]();
  }

  return {
    get hasFree() {
      return benches.size < most || resting() !== undefined;
    },
    get running() {
      return [...benches].flatMap(({ work }) => (work ? [work] : []));
    },
    free() {
      const bench = resting() ?? (benches.size < most ? start() : undefined);
      clearTimeout(bench?.rest);
      return bench;
    },
    done(bench, memory) {
      delete bench.work;
      if (memory > mostMemory) leave(bench, "dismiss");
      else bench.rest = setTimeout(() => leave(bench, "dismiss"), idle).unref();
    },
    kill: (bench) => leave(bench, "kill"),
    close() {
      for (const bench of [...benches]) leave(bench, bench.work ? "kill" : "dismiss");
    },
  };
}
