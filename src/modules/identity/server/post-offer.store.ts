import type { DB } from "#db";
import type { Capacity } from "#kernel/actor.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem } from "#kernel/problem.ts";
import { anyUnit, liesBelowNow, unitName } from "#modules/organization/server/index.ts";
import { sql, type Kysely, type Transaction } from "kysely";
import { identityProblems as problems } from "../problems.ts";
import { INVITATION_LASTS } from "../terms.ts";
import { hashOf, newSecret } from "./one-time-secret.ts";

type NewOffer = {
  readonly unitId: string;
  readonly capacity: Capacity;
  readonly title: string | null;
  readonly acting: boolean;
  readonly from: string;
  readonly until: string | null;
};

type By = {
  readonly now: Temporal.Instant;
  readonly personId: string | null;
  readonly postId: string | null;
};

/** A new offer; its secret is answered and kept nowhere. */
export async function insertOffer(trx: Transaction<DB>, offer: NewOffer, { now, personId, postId }: By) {
  const { unitId, capacity, title, acting, from, until } = offer;
  const id = uuidv7(now);
  const token = newSecret();
  const expiresAt = now.add(INVITATION_LASTS);
  const post = { unit_id: unitId, capacity, title, acting, from_on: from, until_on: until };
  const by = { recorded_at: now.toString(), recorded_by: personId, recorded_in: postId };
  await trx
    .insertInto("post_offer")
    .values({ id, token_hash: hashOf(token), ...post, ...by, expires_at: expiresAt.toString() })
    .execute();
  return { id, token, expiresAt };
}

/** A post as it is offered, with the unit's name on its first day and who offers it. */
type Offer = {
  readonly id: string;
  readonly unit: string;
  readonly unitName: string;
  readonly capacity: Capacity;
  readonly title: string | null;
  readonly acting: boolean;
  readonly from: string;
  readonly until: string | null;
  readonly by: string | null;
  readonly expiresAt: Date;
};

/** What a link offers; null where it works no longer. */
export async function openOffer(
  db: Kysely<DB>,
  token: string,
  now: Temporal.Instant,
  today: string,
): Promise<Offer | null> {
  return (await offerBy(token, now, today).execute(db)).rows[0] ?? null;
}

function offerBy(token: string, now: Temporal.Instant, today: string, lock = sql``) {
  return sql<Offer>`
    select o.id, u.code as unit, ${unitName(sql`u.id`, sql`o.from_on`)} as "unitName", o.capacity, o.title, o.acting,
      o.from_on as "from", o.until_on as "until", p.full_name as by, o.expires_at as "expiresAt"
    from post_offer o join unit u on u.id = o.unit_id left join person p on p.id = o.recorded_by
    where o.token_hash = ${hashOf(token)} and ${stillOpen(now, today)} ${lock}`;
}

/** Neither accepted nor declined nor taken back, within its week, and its writer still in the post in which it was written. */
function stillOpen(now: Temporal.Instant, today: string) {
  return sql<boolean>`o.accepted_at is null and o.declined_at is null and o.withdrawn_at is null and o.expires_at > ${now.toString()}
    and (o.recorded_in is null or exists (select from post h
      where h.id = o.recorded_in and ${today}::date between h.from_on and h.until_on))`;
}

/** An offer as those see it who may take it back; `declinedBy` does not take it. */
type WaitingOffer = Offer & { readonly declinedBy: string | null; readonly declinedReason: string | null };

/** How long it is told that somebody does not take a post. */
const DECLINED_SHOWN = Temporal.Duration.from({ hours: 30 * 24 });

/**
 * What is offered in some units and those below them, and nobody has accepted yet, with what was declined of late; that comes
 * first, then what runs out first.
 */
export async function waitingOffers(
  db: Kysely<DB>,
  unitIds: readonly string[],
  now: Temporal.Instant,
  today: string,
): Promise<WaitingOffer[]> {
  const { rows } = await sql<WaitingOffer>`
    select o.id, u.code as unit, ${unitName(sql`u.id`, sql`o.from_on`)} as "unitName", o.capacity, o.title, o.acting,
      o.from_on as "from", o.until_on as "until", p.full_name as by, o.expires_at as "expiresAt", d.full_name as "declinedBy",
      o.declined_reason as "declinedReason"
    from post_offer o join unit u on u.id = o.unit_id left join person p on p.id = o.recorded_by
      left join person d on d.id = o.declined_by
    where ((${stillOpen(now, today)}) or o.declined_at > ${now.subtract(DECLINED_SHOWN).toString()})
      and ${liesBelowNow({ unit: sql`o.unit_id`, above: anyUnit(unitIds), today })}
    order by o.declined_at desc nulls last, o.expires_at, o.id limit 200`.execute(db);
  return rows;
}

/** An offer, locked; undefined where there is none. */
export function offerForChange(trx: Transaction<DB>, id: string) {
  return trx
    .selectFrom("post_offer")
    .select(["id", "unit_id as unitId", "accepted_at as acceptedAt", "withdrawn_at as withdrawnAt"])
    .select(["declined_at as declinedAt"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export async function withdraw(
  trx: Transaction<DB>,
  id: string,
  { now, personId }: Pick<By, "now" | "personId">,
): Promise<void> {
  await trx
    .updateTable("post_offer")
    .set({ withdrawn_at: now.toString(), withdrawn_by: personId })
    .where("id", "=", id)
    .execute();
}

type Ending = {
  readonly token: string;
  readonly personId: string;
  readonly as: "accepted" | "declined";
  /** Why it is declined. */
  readonly reason?: string | undefined;
};

type Declined = Pick<Offer, "unitName" | "capacity" | "acting"> & {
  /** Id of the offer, and of who wrote it. */
  readonly offer: string;
  readonly offeredBy: string;
  readonly declinedBy: string;
  readonly reason: string | null;
};

/** What whoever offered a post is told of its being declined; undefined where the product itself offered it. */
export async function declinedOffer(db: Kysely<DB>, id: string): Promise<Declined | undefined> {
  const { rows } = await sql<Declined>`
    select o.id as offer, o.recorded_by as "offeredBy", ${unitName(sql`o.unit_id`, sql`o.from_on`)} as "unitName",
      o.capacity, o.acting, p.full_name as "declinedBy", o.declined_reason as reason
    from post_offer o join person p on p.id = o.declined_by
    where o.id = ${id}::uuid and o.recorded_by is not null`.execute(db);
  return rows[0];
}

/**
 * Uses an offer up, for whoever takes it or does not: of two at once only one succeeds. `byId` is who wrote it.
 * @throws Problem `offer_gone`
 */
export async function endOffer(
  trx: Transaction<DB>,
  { token, personId, as, reason }: Ending,
  now: Temporal.Instant,
  today: string,
): Promise<Offer & { readonly byId: string | null }> {
  const [offer] = (await offerBy(token, now, today, sql`for update of o`).execute(trx)).rows;
  if (!offer) throw new Problem(problems.offer_gone);
  const at = now.toString();
  const ended =
    as === "accepted"
      ? { accepted_at: at, accepted_by: personId }
      : { declined_at: at, declined_by: personId, declined_reason: reason ?? null };
  const { recorded_by: byId } = await trx
    .updateTable("post_offer")
    .set(ended)
    .where("id", "=", offer.id)
    .returning("recorded_by")
    .executeTakeFirstOrThrow();
  return { ...offer, byId };
}
