import type { DB } from "#db";
import type { Transaction } from "kysely";
import { dayBefore, type SuccessionKind } from "../unit.ts";
import { recordSuccession, type NewSuccession } from "./succession.store.ts";
import { changeParent, childrenOn, endUnit, refreshAncestry } from "./unit.store.ts";

const ends: ReadonlySet<SuccessionKind> = new Set(["rename", "merge", "split", "abolish"]);

/**
 * Writes an arrangement down and lets it take effect: units that go over into others are there for the last time
 * on the day before, and what still hangs on a merged one goes over with it; a `reparent` puts the units in `from`
 * under the one in `to`. Returns the succession's id.
 */
export async function applySuccession(
  trx: Transaction<DB>,
  succession: NewSuccession,
  now: Temporal.Instant,
): Promise<string> {
  const { kind, on, from, to } = succession;
  if (kind === "reparent") for (const id of from) await changeParent(trx, id, to[0]!, on);
  const ending = ends.has(kind) ? from.filter((id) => !to.includes(id)) : [];
  const moved = kind === "merge" || kind === "rename" ? await moveChildren(trx, ending, to[0]!, on) : [];
  for (const id of ending) await endUnit(trx, id, dayBefore(on));
  await refreshAncestry(trx, [...from, ...moved]);
  return recordSuccession(trx, succession, now);
}

async function moveChildren(trx: Transaction<DB>, ended: readonly string[], newParentId: string, on: string) {
  const children = await childrenOn(trx, ended, on);
  const moved = children.filter((id) => id !== newParentId);
  for (const id of moved) await changeParent(trx, id, newParentId, on);
  return moved;
}
