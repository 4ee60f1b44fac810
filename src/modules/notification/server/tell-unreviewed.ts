import { dayInVietnam } from "#kernel/clock.ts";
import { unitName } from "#modules/organization/server/index.ts";
import type { Word } from "#platform/server/outbox-worker.ts";
import { sql } from "kysely";
import { notify } from "./notify.ts";
import { nearestHolding, recipient } from "./people.store.ts";

type Held = {
  readonly recommendationId: string;
  readonly code: string;
  readonly unitId: string;
  /** Who put it out of sight; null where a program or a step above did. */
  readonly movedBy: string | null;
};

/**
 * What was put out of sight waits for a reviewer, and there is none in its unit nor above: said to whoever may appoint one,
 * the nearest, and to whoever put it out of sight; with nothing of it but its code.
 */
export async function tellUnreviewed(
  { trx, id, now }: Pick<Word, "trx" | "id" | "now">,
  { recommendationId, code, unitId, movedBy }: Held,
  mail: boolean,
): Promise<void> {
  const day = dayInVietnam(now);
  const appointing = await nearestHolding(trx, [unitId], ["administrator"], day);
  const holder = movedBy === null ? [] : await recipient(trx, movedBy);
  const people = new Map([...appointing, ...holder].map((one) => [one.personId, one]));
  const { rows } = await sql<{ unit: string; unitName: string }>`
    select u.code as unit, ${unitName(sql`u.id`, sql`${day}::date`)} as "unitName" from unit u where u.id = ${unitId}`.execute(
    trx,
  );
  const details = { code, side: "unit" as const, unreviewed: rows[0]! };
  const news = { kind: "moved" as const, recommendationId, source: `outbox ${id} unreviewed`, details };
  await notify(trx, [...people.values()], news, { now, mail });
}
