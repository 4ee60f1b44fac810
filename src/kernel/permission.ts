import type { Actor, Capacity, HeldPost, Relation } from "./actor.ts";

/** Who may do an act: for each capacity, the relations to the act's place in which it may. Nothing named, nothing allowed. */
export type Grant = Readonly<Partial<Record<Capacity, readonly Relation[]>>>;

/** What any of these grants allow, taken together. */
// @__NO_SIDE_EFFECTS__
export function anyOf(...grants: readonly Grant[]): Grant {
  const capacities = new Set(grants.flatMap((grant) => Object.keys(grant) as Capacity[]));
  const relations = (capacity: Capacity) => [...new Set(grants.flatMap((grant) => grant[capacity] ?? []))];
  return Object.fromEntries([...capacities].map((capacity) => [capacity, relations(capacity)]));
}

/** Whether an actor holds a post in one of a grant's capacities, wherever its unit lies. */
export function holdsAny(actor: Actor, grant: Grant): boolean {
  return actor.kind === "system" || actor.posts.some(({ capacity }) => grant[capacity]);
}

/** A post held now and every way in which its unit stands to the place of the act. */
export type Standing = { readonly post: HeldPost; readonly relations: readonly Relation[] };

/** The post through which the act may be done, or null: deny by default. */
export function permittedPost(grant: Grant, standings: readonly Standing[]): HeldPost | null {
  const standing = standings.find(({ post, relations }) => {
    const allowed = grant[post.capacity] ?? [];
    return relations.some((relation) => allowed.includes(relation));
  });
  return standing?.post ?? null;
}
