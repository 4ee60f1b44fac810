/** Circles in a graph where each point leads to one other at most, each found once, written from its first point. */
export function circles(leadsTo: ReadonlyMap<string, string>): string[][] {
  const settled = new Set<string>();
  return [...leadsTo.keys()].flatMap((start) => circleFrom(start, leadsTo, settled));
}

function circleFrom(start: string, leadsTo: ReadonlyMap<string, string>, settled: Set<string>): string[][] {
  const way: string[] = [];
  const onWay = new Set<string>();
  let at: string | undefined = start;
  while (at !== undefined && !settled.has(at) && !onWay.has(at)) {
    way.push(at);
    onWay.add(at);
    at = leadsTo.get(at);
  }
  for (const point of way) settled.add(point);
  return at !== undefined && onWay.has(at) ? [way.slice(way.indexOf(at))] : [];
}
