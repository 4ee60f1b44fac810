import { uuidv7 } from "#kernel/identifier.ts";
import type { Rows } from "#platform/server/act/rows.ts";
import { enqueue } from "#platform/server/outbox.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import type { Channel, Kind, Naming } from "../../matter.ts";
import { leavesTheProcess } from "../../matter.ts";
import { statePeriods } from "../../state-periods.ts";
import { refuseFieldNotInUse } from "../fields/field.store.ts";
import { newMatter } from "./new-matter.store.ts";
import { insertPeriods } from "../matter/period.store.ts";
import { recordEvent } from "../moves/record-event.ts";
import { insertMatters, matterForChangeById, nextCodes } from "../matter/recommendation.store.ts";

/** What came in, with everything checked. Days are `YYYY-MM-DD`, units are ids. */
export type CameIn = {
  readonly conferenceId?: string;
  readonly turnId?: string;
  readonly villageId?: string;
  readonly channel: Channel;
  readonly kind: Kind;
  readonly fieldCode: string;
  readonly receivedOn: string;
  readonly text: string;
  readonly naming: Naming;
  readonly raisedBy?: string;
};

/** The unit that it comes to. */
export type Unit = { readonly id: string; readonly code: string; readonly rootId: string };
export type By = {
  readonly now: Temporal.Instant;
  readonly today: string;
  readonly personId: string | null;
  readonly postId: string | null;
};

/**
 * One recommendation that came in, with its field: it gets its code, and waits for a ruling. Given as rows, unless more follows from it than
 * they say: what may be a complaint is held at once, and of those who are not to be named it is kept who they are.
 */
export async function takingIn(
  trx: Transaction<DB>,
  unit: Unit,
  cameIn: CameIn,
  by: By,
): Promise<Rows<{ id: string; code: string }> | { id: string; code: string }> {
  const mayBeWithheld = cameIn.turnId !== undefined || cameIn.naming === "secretariat_only";
  if (leavesTheProcess(cameIn.kind) || mayBeWithheld) return writtenDown(trx, unit, cameIn, by);
  return newMatter(unit, { ...cameIn, name: nameOf(cameIn) }, by);
}

/** Writes down one recommendation: it gets its code, waits for a ruling, and what may be a complaint is held at once. */
export async function takeIn(
  trx: Transaction<DB>,
  unit: Unit,
  cameIn: CameIn,
  by: By,
): Promise<{ id: string; code: string }> {
  await refuseFieldNotInUse(trx, cameIn.fieldCode, cameIn.receivedOn);
  return writtenDown(trx, unit, cameIn, by);
}

async function writtenDown(
  trx: Transaction<DB>,
  unit: Unit,
  cameIn: CameIn,
  by: By,
): Promise<{ id: string; code: string }> {
  const [code] = await nextCodes(trx, unit, Number(cameIn.receivedOn.slice(0, 4)), 1);
  const id = uuidv7(by.now);
  const requesters = [{ name: nameOf(cameIn), villageId: cameIn.villageId }];
  const { raisedBy: _, ...said } = cameIn;
  const place = { unitId: unit.id, rootUnitId: unit.rootId };
  await insertMatters(trx, [{ id, code: code!, ...place, ...said, requesters }], by);
  const periods = statePeriods(said.receivedOn, []).map((period) => ({ matterId: id, period }));
  await insertPeriods(trx, periods, by.now);
  await enqueue(trx, "recommendation.received", { recommendation: id }, by.now);
  if (leavesTheProcess(said.kind)) {
    const hold = { act: "hold", on: said.receivedOn } as const;
    await recordEvent(trx, await matterForChangeById(trx, id), hold, by);
  }
  return { id, code: code! };
}

/** Who raised it, as far as that is to be kept. */
function nameOf({ naming, raisedBy }: CameIn): string | null {
  return naming === "anonymous" ? null : (raisedBy ?? null);
}
