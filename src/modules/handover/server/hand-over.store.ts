import { uuidv7 } from "#kernel/identifier.ts";
import type { MatterState } from "#modules/recommendation/matter.ts";
import type { Recording } from "#modules/recommendation/server/index.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import type { Part } from "../line.ts";

export type NewLine = {
  readonly matterId: string;
  readonly toUnitId: string;
  readonly eventId: string;
  readonly part: Part;
  /** How the matter stood before. */
  readonly state: MatterState;
};

export type NewHandOver = {
  readonly fromUnitId: string;
  readonly on: string;
  readonly symbol?: string;
  readonly givenBy?: string;
  readonly receivedBy?: string;
  readonly note?: string;
  readonly lines: readonly NewLine[];
};

/** Writes the record with its lines; they are never changed afterwards. Returns its id. */
export async function insertHandOver(
  trx: Transaction<DB>,
  record: NewHandOver,
  by: Recording,
): Promise<string> {
  const id = uuidv7(by.now);
  await trx
    .insertInto("hand_over")
    .values({
      id,
      from_unit_id: record.fromUnitId,
      on_date: record.on,
      symbol: record.symbol ?? null,
      given_by: record.givenBy ?? null,
      received_by: record.receivedBy ?? null,
      note: record.note ?? null,
      recorded_at: by.now.toString(),
      recorded_by: by.personId,
      recorded_in: by.postId,
    })
    .execute();
  const lines = record.lines.map(({ matterId, toUnitId, eventId, part, state }, index) => ({
    hand_over_id: id,
    position: index + 1,
    recommendation_id: matterId,
    to_unit_id: toUnitId,
    event_id: eventId,
    is_owner: part.isOwner,
    is_lead: part.isLead,
    is_coordinator: part.isCoordinator,
    status: state.status,
    lead_id: state.leadId,
    due_on: state.dueOn,
    original_due_on: state.originalDueOn,
  }));
  for (let at = 0; at < lines.length; at += 2000)
    await trx
      .insertInto("hand_over_line")
      .values(lines.slice(at, at + 2000))
      .execute();
  return id;
}
