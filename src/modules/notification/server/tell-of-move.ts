import { dayInVietnam } from "#kernel/clock.ts";
import { unitName } from "#modules/organization/server/index.ts";
import {
  comesBefore,
  keeperOfMatter,
  latestFirst,
  outOfSight,
  villagesOfMatter,
} from "#modules/recommendation/server/index.ts";
import { isFromAbove } from "#modules/recommendation/words-from-above.ts";
import type { Confirmer, Move } from "#modules/recommendation/status-transitions.ts";
import type { Word } from "#platform/server/outbox-worker.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import type { NotificationDetails } from "../notification.ts";
import { toldMove, toldOf } from "../moves-told.ts";
import { audiences, type Audience } from "../telling.ts";
import { notify, type Telling } from "./notify.ts";
import { nearestHolding, peopleHolding, type Recipient } from "./people.store.ts";
import { remindPeople } from "./remind-people.ts";
import { shortReason } from "./short-reason.ts";
import { tellUnreviewed } from "./tell-unreviewed.ts";

/**
 * Tells those concerned of one move; nobody, where the matter has been put out of sight meanwhile, but that it was. Being given work with a date is the first
 * reminder of that date.
 */
export async function tellOfMove({ trx, id, now }: Word, mail: boolean): Promise<void> {
  const found = await movedMatter(trx, id);
  if (!found) return;
  const move = { ...found, fromAbove: isFromAbove(found) };
  for (const audience of toldOf(move.act, move)) await tellAudience({ trx, id, now }, move, audience, mail);
}

async function tellAudience(
  { trx, id, now }: Pick<Word, "trx" | "id" | "now">,
  move: ToldMatter,
  audience: Audience,
  mail: boolean,
): Promise<void> {
  const telling: Telling = { now, mail };
  for (const { unitId, due } of placesOf(move, audience)) {
    const reviews = audience === audiences.reviewers;
    const holding = reviews ? nearestHolding : peopleHolding;
    const holders = await holding(trx, [unitId], audience.capacities, dayInVietnam(now));
    const people = holders.filter(({ personId }) => personId !== move.movedBy);
    if (reviews && holders.length === 0) await tellUnreviewed({ trx, id, now }, move, mail);
    const details = detailsOf(move, audience, due);
    if (move.act === "assign" && due !== null) await tellOfWork(move, people, due, details, { trx, telling });
    else {
      const news = {
        kind: "moved" as const,
        recommendationId: audience.side === "above" ? move.childId! : move.recommendationId,
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

/** Of what is out of sight nothing but its code is kept. */
function detailsOf(move: ToldMatter, { side }: Audience, due: string | null): NotificationDetails {
  if (toldMove(move.act)?.byCodeAlone) return { code: move.code, side };
  return {
    code: side === "above" ? move.childCode! : move.code,
    side,
    agency: move.agency ?? undefined,
    due: due ?? undefined,
    reason: reasonOf(move),
    other: move.other ?? undefined,
    ...(move.fromAbove && { again: true as const }),
    ...(move.confirmedBy === "front" && { finding: true as const }),
    ...(side === "above" && { from: move.unitName ?? undefined }),
  };
}

function reasonOf({ act, reason }: MovedMatter): string | undefined {
  return toldMove(act)?.withReason ? shortReason(reason) : undefined;
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
  const unitId = {
    lead: move.leadId,
    unit: move.unitId,
    above: move.childId && move.aboveId,
    other: move.otherLeadId,
  }[side];
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
  readonly text: string | null;
  readonly satisfied: boolean | null;
  readonly confirmedBy: Confirmer | null;
  /** What else the move names; see `NotificationDetails`. */
  readonly other: string | null;
  readonly otherLeadId: string | null;
  readonly unitName: string | null;
  /** The matter that begins above, and the unit there. */
  readonly childId: string | null;
  readonly childCode: string | null;
  readonly aboveId: string | null;
  readonly coordinators: readonly { unitId: string; due: string | null }[];
};

/** Whether it followed from a reopening above. */
type ToldMatter = MovedMatter & { readonly fromAbove: boolean };

/**
 * The fact that a line of the outbox speaks of, with the assignment it belongs to: the last before it. The due date is the
 * fact's own, else the one in force before it. Work that is given is told as it is at present, by the day: to whoever has it,
 * with the date it has; a hand-over that another has followed, and work that has ended, to no agency.
 */
async function movedMatter(db: Kysely<DB>, outboxId: string): Promise<MovedMatter | undefined> {
  const { rows } = await sql<MovedMatter>`
    select r.id as "recommendationId", r.code, e.act,
      case e.act when 'assign' then a.on_date else e.on_date end as on, e.recorded_by as "movedBy", e.reason, e.text,
      ${keeperOfMatter} as "unitId", ${villagesOfMatter} as "villageIds", a.lead_id as "leadId",
      ${unitName(sql`a.lead_id`, sql`e.on_date`)} as agency, e.satisfied, e.confirmed_by as "confirmedBy",
      case e.act when 'finish_duty' then ${unitName(sql`e.coordinator_id`, sql`e.on_date`)}
        when 'forward_up' then ${unitName(sql`e.to_unit_id`, sql`e.on_date`)}
        when 'merge' then other.code end as other,
      goes_on.lead_id as "otherLeadId", ${unitName(sql`r.unit_id`, sql`e.on_date`)} as "unitName",
      child.id as "childId", child.code as "childCode", e.to_unit_id as "aboveId",
      case e.act when 'assign' then present.due_on else coalesce(e.due_on, (select d.due_on from standing_event d where d.recommendation_id = r.id
        and ${comesBefore("d", "e")} and d.act in ('assign', 'extend', 'reopen') and d.due_on is not null
        order by ${latestFirst("d")} limit 1)) end as due,
      coalesce((select jsonb_agg(jsonb_build_object('unitId', c.unit_id, 'due', c.due) order by c.place)
        from (select unit_id, min(due_on) as due, min(position) as place from event_coordinator
          where event_id = a.id and unit_id is distinct from a.lead_id group by unit_id) c), '[]') as coordinators
    from outbox o
    join recommendation r on r.id = (o.payload->>'recommendation')::uuid
    join standing_event e on e.recommendation_id = r.id and e.act = o.payload->>'move'
      and e.recorded_at = o.recorded_at
    join state_period present on present.recommendation_id = r.id
      and present.superseded_at = 'infinity' and present.left_on = 'infinity'
    left join lateral (select g.id, g.lead_id, g.on_date from standing_event g where g.recommendation_id = r.id
      and (g.act in ('assign', 'hand_over') or (g.act = 'return' and e.act <> 'return'))
      and (e.act in ('assign', 'hand_over') or not ${comesBefore("e", "g")})
      order by ${latestFirst("g")} limit 1) a
      on case e.act when 'assign' then present.is_open and present.status <> 'passed_up'
        when 'hand_over' then present.is_open and a.id = e.id else true end
    left join recommendation other on other.id = e.into_id
    left join state_period goes_on on goes_on.recommendation_id = e.into_id
      and goes_on.superseded_at = 'infinity' and goes_on.left_on = 'infinity'
    left join lateral (select c.id, c.code from recommendation c
      where e.act = 'forward_up' and c.forwarded_from_id = r.id and c.unit_id = e.to_unit_id and c.taken_back_at is null
      order by c.recorded_at desc, c.id limit 1) child on true
    where o.id = ${outboxId} and (e.act in ('hold', 'route_out') or not ${outOfSight})
    order by ${latestFirst("e")} limit 1`.execute(db);
  return rows[0];
}
