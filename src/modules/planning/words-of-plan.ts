import type { Planned } from "./plan.ts";

type Lines = readonly Pick<Planned, "audience" | "topic" | "place">[];

/** What a plan says in words of its own. */
export function wordsOfPlan(note: string | null, planned: Lines): (string | null)[] {
  return [note, ...planned.flatMap(({ audience, topic, place }) => [audience, topic, place])];
}

/** A line of a plan in the words that `told` leaves. */
export function lineTold<Line extends Lines[number]>(
  line: Line,
  told: <Words extends string | null>(text: Words) => Words,
): Line {
  return { ...line, audience: told(line.audience), topic: told(line.topic), place: told(line.place) };
}
