import { dayInVietnam } from "#kernel/clock.ts";
import {
  comesBefore,
  keeperOfMatter,
  latestFirst,
  outOfSight,
  villagesOfMatter,
} from "#modules/recommendation/server/index.ts";
import { isFromAbove } from "#modules/recommendation/words-from-above.ts";
import type { Move } from "#modules/recommendation/status-transitions.ts";
import type { Word } from "#platform/server/outbox-worker.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import type { NotificationDetails } from "../notification.ts";
import { toldOfAnnulment } from "../moves-told.ts";
import type { Side } from "../telling.ts";
import { notify } from "./notify.ts";
import { peopleHolding } from "./people.store.ts";
import { shortReason } from "./short-reason.ts";

/** Tells those who were told of a step, or have the work by it, that it was annulled; nobody, where the matter is out of sight. */
export async function tellOfAnnulment({ trx, id, payload, now }: Word, mail: boolean): Promise<void> {
  const step = await annulledStep(trx, String(payload.event));
  if (!step) return;
  const { recommendationId, code, on, reason } = step;
  const fromAbove = isFromAbove({ act: step.move, reason: step.said, text: step.text });
  // Waiting again, it was reopened: that is what is told.
  const move = fromAbove ? "reopen" : step.move;
  for (const { side, capacities } of toldOfAnnulment(step.move, fromAbove)) {
    for (const unitId of unitsOf(step, side)) {
      const holders = await peopleHolding(trx, [unitId], capacities, dayInVietnam(now));
      const people = holders.filter(({ personId }) => personId !== step.annulledBy);
      const noLonger = side !== "unit" && side !== "village" && !step.stillWith.includes(unitId);
      const details: NotificationDetails = {
        code,
        side,
        annulled: noLonger ? { move, on, noLonger } : { move, on },
        reason: shortReason(reason),
      };
      const news = { kind: "moved" as const, recommendationId, details, source: `outbox ${id}` };
      await notify(trx, people, news, { now, mail });
    }
  }
}

function unitsOf(step: AnnulledStep, side: Side): readonly string[] {
  if (side === "coordinators") return step.coordinators;
  if (side === "village") return step.villageIds;
  const unitId = { lead: step.leadId, unit: step.unitId, above: null, other: null }[side];
  return unitId === null ? [] : [unitId];
}

type AnnulledStep = {
  readonly recommendationId: string;
  readonly code: string;
  readonly move: Move;
  readonly on: string;
  readonly reason: string;
  /** What the step itself said. */
  readonly said: string | null;
  readonly text: string | null;
  readonly annulledBy: string | null;
  readonly unitId: string;
  readonly villageIds: readonly string[];
  /** Who led and who helped by the step, or when it was made. */
  readonly leadId: string | null;
  readonly coordinators: readonly string[];
  /** Agencies that may still read the matter without it. */
  readonly stillWith: readonly string[];
};

async function annulledStep(db: Kysely<DB>, eventId: string): Promise<AnnulledStep | undefined> {
  const { rows } = await sql<AnnulledStep>`
    select r.id as "recommendationId", r.code, e.act as move, e.on_date as on, n.reason, e.reason as said, e.text,
      n.recorded_by as "annulledBy", ${keeperOfMatter} as "unitId", ${villagesOfMatter} as "villageIds",
      a.lead_id as "leadId",
      coalesce((select jsonb_agg(distinct c.unit_id) from event_coordinator c
        where c.event_id = a.id and c.unit_id is distinct from a.lead_id), '[]') as coordinators,
      coalesce((select jsonb_agg(has.unit_id) from (
        select lead_id as unit_id from standing_event where recommendation_id = r.id and lead_id is not null
        union select c.unit_id from event_coordinator c join standing_event s on s.id = c.event_id
          where s.recommendation_id = r.id
        union select d.agency_id from draft_request d
          where d.recommendation_id = r.id and d.withdrawn_at is null) has), '[]') as "stillWith"
    from recommendation_annulment n
    join recommendation_event e on e.id = n.event_id
    join recommendation r on r.id = n.recommendation_id
    left join lateral (select x.id, x.lead_id from recommendation_event x
      where x.recommendation_id = r.id and x.act in ('assign', 'hand_over') and not ${comesBefore("e", "x")}
        and (x.id = e.id or not exists (select from recommendation_annulment y where y.event_id = x.id))
      order by ${latestFirst("x")} limit 1) a on true
    where n.event_id = ${eventId} and not ${outOfSight}`.execute(db);
  return rows[0];
}
