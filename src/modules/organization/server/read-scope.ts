import type { Actor, Capacity } from "#kernel/actor.ts";
import type { DB } from "#db";
import { remembered } from "#platform/server/database/remembered.ts";
import type { Kysely } from "kysely";
import { handedOverTo } from "./hand-over.store.ts";
import { withPredecessors } from "./heirs.store.ts";

/** What an actor may read: whole subtrees, what is assigned to some units, what concerns some villages. */
export type ReadScope = {
  readonly everything: boolean;
  /** Units whose whole subtree is open to the actor. */
  readonly subtreeOf: readonly string[];
  /** Agencies whose assigned matters are. */
  readonly assignedTo: readonly string[];
  /** Units that one leads or writes for: what another unit assigned to them is open as well. */
  readonly runs: readonly string[];
  readonly villages: readonly string[];
  /** Matters that a unit which goes on handed over to one of these; their unit's others stay its own. */
  readonly handedOver?: readonly string[];
  /** Units whose office one is: the secretariat that knows who is not to be named. */
  readonly secretariatOf: readonly string[];
  /** Units in whose subtree also what is held for review may be read. */
  readonly reviewerOf: readonly string[];
};

const wholeUnit: ReadonlySet<Capacity> = new Set([
  "party_secretary",
  "chairperson",
  "council_standing",
  "office_secretary",
  "front_chair",
  "front_officer",
  "steering_committee",
  "statistician",
  "complaint_reviewer",
]);
const runningUnit: ReadonlySet<Capacity> = new Set(["party_secretary", "chairperson", "office_secretary"]);
const assignedOnly: ReadonlySet<Capacity> = new Set(["agency_head", "agency_officer"]);

/** The scope that comes with the posts held; units that were merged into the post's unit belong to it. */
export const readScope = remembered(scopeOf);

/**
 * The same for whoever asks for the subject of an act: with the posts in which they were recognised goes the scope that
 * came with these, also in the act's transaction, which has changed nothing yet.
 */
export const scopeAsking = remembered(scopeOf, { inTransactions: true });

async function scopeOf(db: Kysely<DB>, actor: Actor): Promise<ReadScope> {
  if (actor.kind === "system") {
    return {
      everything: true,
      subtreeOf: [],
      assignedTo: [],
      runs: [],
      villages: [],
      secretariatOf: [],
      reviewerOf: [],
    };
  }
  const unitsWith = async (fits: (capacity: Capacity) => boolean) => {
    const ids = actor.posts.filter(({ capacity }) => fits(capacity)).map(({ unitId }) => unitId);
    return ids.length > 0 ? withPredecessors(db, ids) : [];
  };
  const subtreeOf = await unitsWith((capacity) => wholeUnit.has(capacity));
  return {
    everything: false,
    subtreeOf,
    handedOver: await handedOverTo(db, subtreeOf),
    assignedTo: await unitsWith((capacity) => assignedOnly.has(capacity)),
    runs: await unitsWith((capacity) => runningUnit.has(capacity)),
    villages: await unitsWith((capacity) => capacity === "village_head"),
    secretariatOf: await unitsWith((capacity) => capacity === "office_secretary"),
    reviewerOf: await unitsWith((capacity) => capacity === "complaint_reviewer"),
  };
}
