import { randomBytes } from "node:crypto";
import type { DB } from "#db";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem } from "#kernel/problem.ts";
import { scopeAsking } from "#modules/organization/server/index.ts";
import type { Asking } from "#platform/server/act/act.ts";
import type { Transaction } from "kysely";
import { badgeFrom } from "../../invitations/badge.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { readableInvitation } from "../life/readable-conferences.ts";

/**
 * An invitation that stands, locked, with its conference, for whoever asks.
 * @throws Problem `invitation_not_found`, also where the asker may not know of it
 */
export async function invitationForChange({ trx, actor, today }: Asking, id: string) {
  const readable = readableInvitation(await scopeAsking(trx, actor), today);
  const invitation = await trx
    .selectFrom("conference_invitation as i")
    .innerJoin("conference as c", "c.id", "i.conference_id")
    .selectAll("i")
    .where("i.id", "=", id)
    .where("i.withdrawn_at", "is", null)
    .where(readable)
    .forUpdate("i")
    .executeTakeFirst();
  if (!invitation) throw new Problem(problems.invitation_not_found);
  const conference = await trx
    .selectFrom("conference")
    .selectAll()
    .where("id", "=", invitation.conference_id)
    .executeTakeFirstOrThrow();
  return { invitation, conference };
}

/** Whoever is invited, for so many; the id of the invitation. */
export async function insertInvitation(
  trx: Transaction<DB>,
  conferenceId: string,
  guest: { unit_id?: string; name?: string; quota: number },
  now: Temporal.Instant,
): Promise<string> {
  const id = uuidv7(now);
  const row = { id, conference_id: conferenceId, recorded_at: now.toString(), ...guest };
  await trx.insertInto("conference_invitation").values(row).execute();
  return id;
}

type Delegate = { readonly name: string; readonly title: string | null };

/**
 * Who comes for an invitation: whoever is named still keeps their badge, the others' badges open no door. Whoever was let in
 * is there, named or not: nothing that is written down afterwards takes them out of the room.
 */
export async function replaceDelegates(
  trx: Transaction<DB>,
  invitation: { readonly id: string; readonly conference_id: string },
  delegates: readonly Delegate[],
  now: Temporal.Instant,
): Promise<void> {
  const left = await delegatesOf(trx, invitation.id);
  const fresh: Delegate[] = [];
  for (const delegate of delegates) {
    const same = matching(left, delegate);
    const [kept] = same < 0 ? [] : left.splice(same, 1);
    if (!kept) fresh.push(delegate);
    else if (kept.title !== delegate.title)
      await trx.updateTable("delegate").set({ title: delegate.title }).where("id", "=", kept.id).execute();
  }
  const gone = left.filter(({ present_at }) => present_at === null).map(({ id }) => id);
  if (gone.length > 0) {
    await trx.updateTable("delegate").set({ withdrawn_at: now.toString() }).where("id", "in", gone).execute();
  }
  for (const delegate of fresh) await insertDelegate(trx, invitation, delegate, now);
}

type Named = Delegate & { readonly id: string; readonly present_at: Date | string | null };

/** The same person: as named and titled, or, once in the room, as named. */
function matching(among: readonly Named[], { name, title }: Delegate): number {
  const exact = among.findIndex((one) => one.name === name && one.title === title);
  return exact >= 0 ? exact : among.findIndex((one) => one.name === name && one.present_at !== null);
}

export async function delegatesOf(trx: Transaction<DB>, invitationId: string): Promise<Named[]> {
  return trx
    .selectFrom("delegate")
    .select(["id", "name", "title", "present_at"])
    .where("invitation_id", "=", invitationId)
    .where("withdrawn_at", "is", null)
    .orderBy("id")
    .execute();
}

/** @throws Problem `guests_in_the_room`, which names whoever was let in for the invitation */
export async function refuseIfLetIn(trx: Transaction<DB>, invitationId: string): Promise<void> {
  const inside = (await delegatesOf(trx, invitationId)).filter(({ present_at }) => present_at !== null);
  if (inside.length === 0) return;
  const names = inside.map(({ name }) => name).join(", ");
  throw new Problem(problems.guests_in_the_room, { values: { names } });
}

async function insertDelegate(
  trx: Transaction<DB>,
  invitation: { readonly id: string; readonly conference_id: string },
  { name, title }: Delegate,
  now: Temporal.Instant,
): Promise<void> {
  const row = { id: uuidv7(now), invitation_id: invitation.id, conference_id: invitation.conference_id };
  const said = { name, title, recorded_at: now.toString() };
  // A code that another delegate already bears is drawn again.
  for (let drawn = 0; drawn < 20; drawn++) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto("delegate")
      .values({ ...row, ...said, badge: badgeFrom(randomBytes(6)) })
      .onConflict((conflict) => conflict.columns(["conference_id", "badge"]).doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 1n) return;
  }
  throw new Error("No badge code was free.");
}
