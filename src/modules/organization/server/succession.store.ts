import { uuidv7 } from "#kernel/identifier.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import type { SuccessionKind } from "../unit.ts";

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
  { kind, on, from, to, symbol }: NewSuccession,
  now: Temporal.Instant,
): Promise<string> {
  const id = uuidv7(now);
  await trx
    .insertInto("unit_succession")
    .values({ id, kind, on_date: on, symbol: symbol ?? null, recorded_at: now.toString() })
    .execute();
  const sides = [...side(id, "from", from), ...side(id, "to", to)];
  if (sides.length > 0) await trx.insertInto("unit_succession_side").values(sides).execute();
  return id;
}

function side(succession_id: string, name: "from" | "to", unitIds: readonly string[]) {
  return [...new Set(unitIds)].map((unit_id) => ({ succession_id, side: name, unit_id }));
}
