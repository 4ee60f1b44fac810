import { dayInVietnam } from "#kernel/clock.ts";
import { unitName } from "#modules/organization/server/index.ts";
import {
  comesBefore,
  keeperOfMatter,
  latestFirst,
  outOfSight,
  villagesOfMatter,
} from "#modules/recommendation/server/index.ts";
import type { Move } from "#modules/recommendation/status-transitions.ts";
import type { Word } from "#platform/server/outbox-worker.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import type { NotificationDetails } from "../notification.ts";
import { toldOfMove, type Audience } from "../telling.ts";
import { notify, type Telling } from "./notify.ts";
import { peopleHolding, type Recipient } from "./people.store.ts";
import { remindPeople } from "./remind-people.ts";
import { shortReason } from "./short-reason.ts";

/**
 * Tells those concerned of one move; nobody, where the matter has been put out of sight meanwhile. Being given work with a date is the first
 * reminder of that date.
 */
export async function tellOfMove({ trx, id, now }: Word, mail: boolean): Promise<void> {
  const move = await movedMatter(trx, id);
  if (!move) return;
  for (const audience of toldOfMove[move.act] ?? [])
    await tellAudience({ trx, id, now }, move, audience, mail);
}

async function tellAudience(
  { trx, id, now }: Pick<Word, "trx" | "id" | "now">,
  move: MovedMatter,
  audience: Audience,
  mail: boolean,
): Promise<void> {
  const telling: Telling = { now, mail };
  for (const { unitId, due } of placesOf(move, audience)) {
    const holders = await peopleHolding(trx, [unitId], audience.capacities, dayInVietnam(now));
    const people = holders.filter(({ personId }) => personId !== move.movedBy);
    const details: NotificationDetails = {
      code: move.code,
      side: audience.side,
      agency: move.agency ?? undefined,
      due: due ?? undefined,
      reason: reasonOf(move),
    };
    if (move.act === "assign" && due !== null) await tellOfWork(move, people, due, details, { trx, telling });
    else {
      const news = {
        kind: "moved" as const,
        recommendationId: move.recommendationId,
        source: `outbox ${id}`,
      };
      await notify(trx, people, { ...news, details: { ...details, move: move.act } }, telling);
    }
  }
}

async function tellOfWork(
  move: MovedMatter,
  people: readonly Recipient[],
  due: string,
  details: NotificationDetails,
  { trx, telling }: { trx: Word["trx"]; telling: Telling },
): Promise<void> {
  const { recommendationId } = move;
  const reminder = { kind: "assigned" as const, on: move.on };
  await remindPeople(trx, { recommendationId, due, reminder, details, people }, telling);
}

const aboutTime: ReadonlySet<Move> = new Set(["ask_extension", "extend", "refuse_extension"]);

function reasonOf({ act, reason }: MovedMatter): string | undefined {
  return aboutTime.has(act) ? shortReason(reason) : undefined;
}

type Place = { readonly unitId: string; readonly due: string | null };

/** A coordinating agency has a date of its own when it is given work; an extension is the matter's. */
function placesOf(move: MovedMatter, { side }: Audience): Place[] {
  if (side === "coordinators") {
    return move.coordinators.map(({ unitId, due }) => ({
      unitId,
      due: move.act === "assign" ? (due ?? move.due) : move.due,
    }));
  }
  if (side === "village") return move.villageIds.map((unitId) => ({ unitId, due: move.due }));
  const unitId = { lead: move.leadId, unit: move.unitId }[side];
  return unitId === null ? [] : [{ unitId, due: move.due }];
}

type MovedMatter = {
  readonly recommendationId: string;
  readonly code: string;
  readonly act: Move;
  readonly on: string;
  readonly movedBy: string | null;
  readonly unitId: string;
  readonly villageIds: readonly string[];
  readonly leadId: string | null;
  readonly agency: string | null;
  readonly due: string | null;
  readonly reason: string | null;
  readonly coordinators: readonly { unitId: string; due: string | null }[];
};

/**
 * The fact that a line of the outbox speaks of, with the assignment it belongs to: its own if it is one, else
 * the last before it. The due date is the fact's own, else the one in force before it.
 */
async function movedMatter(db: Kysely<DB>, outboxId: string): Promise<MovedMatter | undefined> {
  const { rows } = await sql<MovedMatter>`
    select r.id as "recommendationId", r.code, e.act, e.on_date as on, e.recorded_by as "movedBy", e.reason,
      ${keeperOfMatter} as "unitId", ${villagesOfMatter} as "villageIds", a.lead_id as "leadId",
      ${unitName(sql`a.lead_id`, sql`e.on_date`)} as agency,
      coalesce(e.due_on, (select d.due_on from standing_event d where d.recommendation_id = r.id
        and ${comesBefore("d", "e")} and d.act in ('assign', 'extend', 'reopen') and d.due_on is not null
        order by ${latestFirst("d")} limit 1)) as due,
      coalesce((select jsonb_agg(jsonb_build_object('unitId', c.unit_id, 'due', c.due_on) order by c.position)
        from event_coordinator c where c.event_id = a.id), '[]') as coordinators
    from outbox o
    join recommendation r on r.id = (o.payload->>'recommendation')::uuid
    join standing_event e on e.recommendation_id = r.id and e.act = o.payload->>'move'
      and e.recorded_at = o.recorded_at
    left join lateral (select g.id, g.lead_id from standing_event g where g.recommendation_id = r.id
      and g.act in ('assign', 'hand_over') and not ${comesBefore("e", "g")}
      order by ${latestFirst("g")} limit 1) a on true
    where o.id = ${outboxId} and not ${outOfSight}
    order by ${latestFirst("e")} limit 1`.execute(db);
  return rows[0];
}
