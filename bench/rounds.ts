import type { Bench } from "./asking.ts";
import type { Ask, LoadFigures } from "./load.ts";
import { spending, type Spent } from "./spending.ts";

const ROUNDS = 3;

/** What is asked, and of which server. */
export type Asked = { readonly bench: Bench; readonly ask: (n: number) => Ask };
export type Seen = { readonly figures: LoadFigures; readonly spent: Spent };

/**
 * Two servers asked in turn, so that what else the machine does meets both; of each the middle of three rounds by the
 * processor time of a request, and the middle of how many times as many the one answered as the other in the same round.
 */
export async function inRounds(
  connections: number,
  one: Asked,
  other: Asked,
): Promise<{ one: Seen; other: Seen; times: number }> {
  const rounds: { one: Seen; other: Seen }[] = [];
  const seen = ({ bench, ask }: Asked) => spending(bench, connections, ask);
  for (let round = 0; round < ROUNDS; round++)
    rounds.push({ one: await seen(one), other: await seen(other) });
  return {
    one: middle(
      rounds.map(({ one }) => one),
      timeOf,
    ),
    other: middle(
      rounds.map(({ other }) => other),
      timeOf,
    ),
    times: middle(
      rounds.map(({ one, other }) => one.figures.perSecond / other.figures.perSecond),
      Number,
    ),
  };
}

/** Milliseconds of processor time of one request. */
export const timeOf = ({ spent: { serverMs, databaseMs } }: { spent: Spent }) => serverMs + databaseMs;

const middle = <Each>(all: readonly Each[], by: (each: Each) => number): Each =>
  all.toSorted((a, b) => by(a) - by(b))[Math.floor(all.length / 2)]!;
