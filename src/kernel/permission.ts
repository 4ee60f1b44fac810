import { personIdOf, type Actor, type Capacity, type HeldPost, type Relation } from "./actor.ts";

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

/**
 * What a post of each capacity opens of the words of matters: nothing; what is in sight there; moreover who raised something
 * and is not to be named; moreover what is out of sight.
 */
export const opens: Readonly<Record<Capacity, "nothing" | "words" | "names" | "hidden">> = {
  party_secretary: "words",
  chairperson: "words",
  council_standing: "words",
  office_secretary: "names",
  agency_head: "words",
  agency_officer: "words",
  front_chair: "words",
  front_officer: "words",
  village_head: "words",
  complaint_reviewer: "hidden",
  steering_committee: "words",
  statistician: "words",
  administrator: "nothing",
};

/** Nobody gives themselves a post that opens words: an administrator reads none, and would choose which to read. */
export function mayGiveTo(actor: Actor, personId: string, capacity: Capacity): boolean {
  return personIdOf(actor) !== personId || opens[capacity] === "nothing";
}
