import type { DB } from "#db";
import type { Transaction } from "kysely";
import { dayBefore, type SuccessionKind } from "../unit.ts";
import { recordSuccession, type NewSuccession } from "./succession.store.ts";
import { changeParent, childrenOn, endUnit, refreshAncestry } from "./unit.store.ts";

const ends: ReadonlySet<SuccessionKind> = new Set(["rename", "merge", "split", "abolish"]);

/** Where units go that hung on one that ends, and which of them end on the same day; by id. */
export type PlacedChildren = {
  readonly moves: readonly { readonly id: string; readonly parentId: string }[];
  readonly ends: readonly string[];
};

const nobody: PlacedChildren = { moves: [], ends: [] };

/** The units that an arrangement ends: all in `from` that are not in `to` as well. */
export function endingUnits({ kind, from, to }: Pick<NewSuccession, "kind" | "from" | "to">): string[] {
  return ends.has(kind) ? from.filter((id) => !to.includes(id)) : [];
}

/**
 * Writes an arrangement down and lets it take effect: units that go over into others are there for the last time
 * on the day before, and what still hangs on a merged one goes over with it, unless it was placed elsewhere; a
 * `reparent` puts the units in `from` under the one in `to`. Returns the succession's id.
 */
export async function applySuccession(
  trx: Transaction<DB>,
  succession: NewSuccession,
  now: Temporal.Instant,
  placed: PlacedChildren = nobody,
): Promise<string> {
  const { kind, on, from, to } = succession;
  if (kind === "reparent") for (const id of from) await changeParent(trx, id, to[0]!, on);
  const ending = endingUnits(succession);
  for (const { id, parentId } of placed.moves) await changeParent(trx, id, parentId, on);
  for (const id of placed.ends) await endUnit(trx, id, dayBefore(on));
  const moved = kind === "merge" || kind === "rename" ? await moveChildren(trx, ending, to[0]!, on) : [];
  for (const id of ending) await endUnit(trx, id, dayBefore(on));
  await refreshAncestry(trx, [...from, ...moved, ...placed.moves.map(({ id }) => id), ...placed.ends]);
  const { symbol } = succession;
  if (placed.ends.length > 0)
    await recordSuccession(trx, { kind: "abolish", on, symbol, from: placed.ends, to: [] }, now);
  return recordSuccession(trx, succession, now);
}

async function moveChildren(trx: Transaction<DB>, ended: readonly string[], newParentId: string, on: string) {
  const children = await childrenOn(trx, ended, on);
  const moved = children.filter((id) => id !== newParentId && !ended.includes(id));
  for (const id of moved) await changeParent(trx, id, newParentId, on);
  return moved;
}
