import type { Actor } from "#kernel/actor.ts";

/**
 * Who takes a register out holds everything in it, names known to the secretariat only among them: so it is the
 * office alone, for its own unit and those below, that is the posts through which a reading of it may be asked.
 */
export function asOffice(actor: Actor): Actor {
  if (actor.kind === "system") return actor;
  return { ...actor, posts: actor.posts.filter(({ capacity }) => capacity === "office_secretary") };
}
