import type { Actor } from "#kernel/actor.ts";
import { holdsAny, type Grant } from "#kernel/permission.ts";
import { Problem } from "#kernel/problem.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { signedIn } from "./units/signed-in.ts";

/** A form that reads nothing, for whoever holds a post that may send it somewhere. @throws Problem `act.not_permitted` */
export function forHolders(
  event: Parameters<typeof signedIn>[0],
  may: Grant,
): { actor: Actor; today: string } {
  const reader = signedIn(event);
  if (!holdsAny(reader.actor, may)) throw new Problem(actProblems.not_permitted);
  return reader;
}
