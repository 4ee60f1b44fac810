import { isFromAbove } from "#modules/recommendation/words-from-above.ts";
import { everAbove } from "#modules/organization/server/index.ts";
import { problemAt } from "../register-problem.ts";
import { warn, type ImportWork } from "./import-work.ts";
import type { MatterNames, PlacedMatter } from "./placed-matter.ts";

type Forward = { readonly path: string; readonly holder: string; readonly to: string };

/**
 * A matter is passed upward: to a unit that is above the one that holds it, or was at some time, or to an agency of such a one. A
 * file is not held to the structure of its day. Where more lies between than the file says of, it is told and taken.
 */
export async function tellWrongForwards(
  work: ImportWork,
  placed: readonly PlacedMatter[],
  names: MatterNames,
  isNew: (event: number) => boolean = () => true,
): Promise<void> {
  const forwards = placed.flatMap((one) => forwardsOf(one, isNew));
  if (forwards.length === 0) return;
  const pairs = new Map(forwards.map(({ holder, to }) => [`${holder}\n${to}`, { holder, to }]));
  const asked = [...pairs.values()].map(({ holder, to }) => ({
    unit: names.unit(holder),
    above: names.unit(to),
  }));
  const found = await everAbove(work.trx, asked);
  const verdicts = new Map([...pairs.keys()].map((key, at) => [key, found[at]!]));
  for (const { path, holder, to } of forwards) {
    const verdict = verdicts.get(`${holder}\n${to}`)!;
    if (verdict === "never") work.problems.push(problemAt(path, "forward_not_above", { unit: to, holder }));
    if (verdict === "unseen")
      warn(work, () => problemAt(path, "forward_not_seen_above", { unit: to, holder }));
  }
}

/** Each passing upward with the unit that holds the matter by then; what waits again waits for whom it waited before. */
function forwardsOf({ at, matter }: PlacedMatter, isNew: (event: number) => boolean): Forward[] {
  let holder = matter.unit;
  return matter.events.flatMap((event, index) => {
    if (event.act === "hand_over" && event.to) holder = event.to;
    if (event.act !== "forward_up" || !isNew(index) || isFromAbove(event)) return [];
    return [{ path: `recommendations[${at}].events[${index}].to`, holder, to: event.to }];
  });
}
