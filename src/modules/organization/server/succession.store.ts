import { uuidv7 } from "#kernel/identifier.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import type { SuccessionKind } from "../unit.ts";
import { inParts } from "./unit.store.ts";

export type NewSuccession = {
  kind: SuccessionKind;
  on: string;
  from: readonly string[];
  to: readonly string[];
  symbol?: string | null;
};

/** Writes which units (ids) went over into which, on a day. Returns the succession's id. */
export async function recordSuccession(
  trx: Transaction<DB>,
  succession: NewSuccession,
  now: Temporal.Instant,
): Promise<string> {
  const [id] = await recordSuccessions(trx, [succession], now);
  return id!;
}

/** The same for many at once; returns their ids in the same order. */
export async function recordSuccessions(
  trx: Transaction<DB>,
  successions: readonly NewSuccession[],
  now: Temporal.Instant,
): Promise<string[]> {
  const recorded_at = now.toString();
  const all = successions.map((succession) => ({ id: uuidv7(now), ...succession }));
  const rows = all.map(({ id, kind, on, symbol }) => ({
    id,
    kind,
    on_date: on,
    symbol: symbol ?? null,
    recorded_at,
  }));
  for (const some of inParts(rows, 4000)) await trx.insertInto("unit_succession").values(some).execute();
  const sides = all.flatMap(({ id, from, to }) => [...side(id, "from", from), ...side(id, "to", to)]);
  for (const some of inParts(sides, 8000))
    await trx.insertInto("unit_succession_side").values(some).execute();
  return all.map(({ id }) => id);
}

function side(succession_id: string, name: "from" | "to", unitIds: readonly string[]) {
  return [...new Set(unitIds)].map((unit_id) => ({ succession_id, side: name, unit_id }));
}
