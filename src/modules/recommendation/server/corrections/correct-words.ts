import { searchKey } from "#kernel/vietnamese-text.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import { statePeriods } from "../../state-periods.ts";
import { keepEarlierWords, saidOf, type Said } from "./correction.store.ts";
import type { Recording } from "../matter/event.store.ts";
import { replacePeriods } from "../matter/period.store.ts";
import { raiseVersion, type Matter } from "../matter/recommendation.store.ts";

/**
 * Writes what a matter says from now on over what it said, which is kept with who put it right, when and why. Another
 * day of receipt begins another history.
 * @throws Problem `before_receipt` where a step is dated before that day
 */
export async function correctWords(
  trx: Transaction<DB>,
  matter: Matter,
  changes: Partial<Said>,
  reason: string,
  by: Recording,
): Promise<void> {
  const before = await saidOf(trx, matter.id);
  const { requesters, ...words } = { ...before, ...changes };
  await keepEarlierWords(trx, matter, before, reason, by);
  await trx
    .updateTable("recommendation")
    .set({ ...words, search: searchKey(`${matter.code} ${words.text}`) })
    .where("id", "=", matter.id)
    .execute();
  for (const { position, name, contact, village_id } of requesters)
    await trx
      .updateTable("requester")
      .set({ name, contact, village_id })
      .where("recommendation_id", "=", matter.id)
      .where("position", "=", position)
      .execute();
  await raiseVersion(trx, matter.id);
  if (words.received_on !== before.received_on)
    await replacePeriods(trx, matter.id, statePeriods(words.received_on, matter.events), by.now);
}
