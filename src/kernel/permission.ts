import type { Capacity, HeldPost, Relation } from "./actor.ts";

/** Who may do an act: for each capacity, the relations to the act's place in which it may. Nothing named, nothing allowed. */
export type Grant = Readonly<Partial<Record<Capacity, readonly Relation[]>>>;

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
