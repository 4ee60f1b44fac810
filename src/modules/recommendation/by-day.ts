/** A fact as far as the order of facts goes: its day, `YYYY-MM-DD`. In a list facts of one day stand as they were entered. */
type Dated = { readonly on: string };

/** Facts by day; on one day in the order in which they were entered. `latestFirst` says the same to the database. */
export function byDay<Fact extends Dated>(facts: readonly Fact[]): Fact[] {
  return facts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** The fact that holds among those that are asked for: the one of the latest day, however late another was written down. */
export function lastFact<Fact extends Dated>(
  facts: readonly Fact[],
  asked: (fact: Fact) => boolean = () => true,
): Fact | undefined {
  return byDay(facts).findLast(asked);
}
