import type { RegisterFile, RegisterRecommendation } from "#modules/register/register-file.ts";
import { isOpen, stateOn } from "../support/recount-matter.ts";

/**
 * Matters below that have ended while what they became above is open, by plain following: what waits there stands in no
 * line of the report that says so. Of two above both have to answer.
 */
export function endedBelowOpenAbove({ recommendations }: RegisterFile, day: string): string[] {
  const named = new Map(recommendations.map((matter) => [matter.ref, matter]));
  const open = (matter: RegisterRecommendation) => isOpen(stateOn(matter, day));
  const links = recommendations.flatMap((child) => {
    const origin = child.forwarded_from ? named.get(child.forwarded_from) : undefined;
    return origin ? [{ above: goesOn(child, named), below: goesOn(origin, named) }] : [];
  });
  return links
    .filter(({ above, below }) => open(above) && !open(below) && stateOn(below, day).bucket !== "routed_out")
    .map(({ above, below }) => `${below.ref} has ended, ${above.ref} is open`);
}

type Named = ReadonlyMap<string, RegisterRecommendation>;

/** Through however many merges; what was routed out afterwards goes on in nothing. */
function goesOn(
  matter: RegisterRecommendation,
  named: Named,
  seen = new Set<string>(),
): RegisterRecommendation {
  const routedOut = matter.events.some(({ act }) => act === "route_out");
  const merge = matter.events.find(({ act }) => act === "merge");
  const into = merge?.act === "merge" && merge.into && !routedOut ? named.get(merge.into) : undefined;
  if (!into || seen.has(into.ref)) return matter;
  return goesOn(into, named, seen.add(matter.ref));
}
