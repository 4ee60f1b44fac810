/** What a person may be in a post. The post's unit gives the place, the capacity gives the rights. */
export const capacities = [
  "party_secretary",
  "chairperson",
  "council_standing",
  "office_secretary",
  "agency_head",
  "agency_officer",
  "front_chair",
  "front_officer",
  "village_head",
  "complaint_reviewer",
  "steering_committee",
  "statistician",
  "administrator",
] as const;
export type Capacity = (typeof capacities)[number];

/**
 * How the unit of a post stands to the place of an act. The village that a matter came from is a relation of its own: it
 * makes nobody there, nor anybody above the village, one of the unit that keeps the matter.
 */
export const relations = [
  "self",
  "ancestor",
  "descendant",
  "sibling",
  "assigned",
  "village",
  "stranger",
] as const;
export type Relation = (typeof relations)[number];

/** A post held on the day of the act. */
export type HeldPost = {
  readonly id: string;
  readonly unitId: string;
  readonly capacity: Capacity;
  readonly acting: boolean;
};

/** Who acts: a person through the posts held now, or the product itself (command line, jobs). */
export type Actor =
  | {
      readonly kind: "person";
      readonly personId: string;
      readonly name: string;
      readonly posts: readonly HeldPost[];
      /** The edition of the structure in which the posts were read; what is known of it holds for this actor. */
      readonly edition?: string;
    }
  | { readonly kind: "system"; readonly name: string };

/** The person who acts, to be written down; null for the product itself. */
export function personIdOf(actor: Actor): string | null {
  return actor.kind === "person" ? actor.personId : null;
}

/** A key that is the same for the same actor, in the same posts, from one request to the next. */
export function actorKey(actor: Actor): string {
  if (actor.kind === "system") return `system:${actor.name}`;
  const posts = actor.posts.map(({ id }) => id).toSorted();
  return ["person", actor.personId, ...posts].join(":");
}
