import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#kernel/actor.ts";
import { buildCast, noon, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { notificationsOf, wordHandlers } from "#modules/notification/server/index.ts";
import { notificationInWords } from "#modules/notification/words.ts";
import { workOutbox } from "#platform/server/outbox-worker.ts";
import { visitor } from "../../../../tests/support/visitor.ts";
import {
  acceptInvitation,
  acceptOffer,
  actorOfSession,
  actorOfToken,
  createAccount,
  declineOffer,
  endOwnSession,
  firstAdministratorLink,
  invite,
  issueToken,
  correctPerson,
  lockAccount,
  offerPost,
  withdrawOffer,
  openInvitation,
  revokeToken,
  signIn,
  unlockAccount,
} from "./index.ts";
import { openOffer, waitingOffers } from "./post-offer.store.ts";
import { sessionsOf } from "./session.store.ts";

type Person = Extract<Actor, { kind: "person" }>;

const { db } = await testDatabase();
const password = "một câu dài dễ nhớ";
const now = () => Temporal.Now.instant();
const code = (name: string) =>
  expect.objectContaining({ definition: expect.objectContaining({ code: name }) });
const days = (count: number) => ({ hours: 24 * count });

let cast: Cast;
let administrator: Person;
let secretary: Person;
beforeAll(async () => {
  cast = await buildCast(db);
});
beforeEach(async () => {
  await db.deleteFrom("account_user").execute();
  await db.deleteFrom("invitation").execute();
  await db.deleteFrom("account_rate_limit").execute();
  administrator = await cast.holder("administrator", "A");
  secretary = await cast.holder("party_secretary", "A");
});

const by = (actor: Actor, at = noon) => ({ actor, now: at });
const inviteSecretary = (actor: Actor = administrator, more = {}) =>
  cast.perform(invite, { person: secretary.personId, unit: "A", ...more }, by(actor));
const accept = (token: string, more = {}, at = noon) =>
  acceptInvitation(db, { token, username: "bi.thu", password, ...more }, { now: at });

async function enter(username = "bi.thu", given = password) {
  const browser = visitor();
  browser.keep((await signIn(db, { username, password: given }, browser.visit(), now())).cookies);
  return browser;
}

async function postAlso(person: Person, capacity: string, unit: string, from_on = "2020-01-01") {
  const row = { person_id: person.personId, unit_id: cast.unit(unit), capacity, from_on };
  const id = crypto.randomUUID();
  await db
    .insertInto("post")
    .values({ ...row, id, recorded_at: noon.toString() })
    .execute();
  return id;
}

describe("an invitation", () => {
  test("makes an account once, with the name and password the person picks", async () => {
    const { token } = await inviteSecretary();
    await accept(token, { username: "Bi.Thu" });
    await enter();
    await expect(accept(token, { username: "khac" })).rejects.toEqual(code("identity.invitation_gone"));
    expect(await openInvitation(db, token, noon)).toBeNull();
  });

  test("of two at once one succeeds", async () => {
    const { token } = await inviteSecretary();
    const both = await Promise.allSettled([
      accept(token, { username: "mot" }),
      accept(token, { username: "hai" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("runs out after a week", async () => {
    const { token } = await inviteSecretary();
    expect(await openInvitation(db, token, noon.add(days(6)))).toMatchObject({ by: administrator.name });
    expect(await openInvitation(db, token, noon.add(days(8)))).toBeNull();
    await expect(accept(token, {}, noon.add(days(8)))).rejects.toEqual(code("identity.invitation_gone"));
  });

  test("is replaced by a newer one", async () => {
    const first = await inviteSecretary();
    const second = await inviteSecretary();
    await expect(accept(first.token)).rejects.toEqual(code("identity.invitation_gone"));
    await accept(second.token);
  });

  test("a refused name or password leaves it open", async () => {
    const other = await cast.holder("village_head", "A-1");
    await createAccount(db, { personId: other.personId, username: "truong.thon", password }, noon);
    const { token } = await inviteSecretary();
    await expect(accept(token, { username: "truong.thon" })).rejects.toEqual(code("identity.username_taken"));
    await expect(accept(token, { username: "Bí thư" })).rejects.toMatchObject({
      faults: [{ field: "username" }],
    });
    await expect(accept(token, { password: "ngắn" })).rejects.toMatchObject({
      faults: [{ field: "password" }],
    });
    await accept(token);
  });

  test("for a person with an account sets a new password, ends sessions, and keeps the name", async () => {
    await createAccount(db, { personId: secretary.personId, username: "bi.thu", password }, noon);
    const left = await enter();
    const { token } = await inviteSecretary();
    await accept(token, { username: undefined, password: "câu mới còn dài hơn" });
    expect(await actorOfSession(db, left.visit().headers, now())).toBeNull();
    await expect(enter()).rejects.toEqual(code("identity.wrong_credentials"));
    await enter("bi.thu", "câu mới còn dài hơn");
  });

  test("for a lost phone also takes off the second factor", async () => {
    const { id } = await createAccount(
      db,
      { personId: secretary.personId, username: "bi.thu", password },
      noon,
    );
    await db.updateTable("account_user").set({ two_factor_enabled: true }).where("id", "=", id).execute();
    await accept((await inviteSecretary()).token, { username: undefined });
    const answer = await signIn(db, { username: "bi.thu", password }, visitor().visit(), now());
    expect(answer.secondFactorNeeded).toBe(true);
    await accept((await inviteSecretary(administrator, { reset_second_factor: true })).token, {
      username: undefined,
    });
    await enter();
  });

  test("the link's secret is neither in the database nor in what a repetition remembers", async () => {
    const request = { ...by(administrator), idempotencyKey: "invite-the-secretary" };
    const input = { person: secretary.personId, unit: "A" };
    const first = await cast.perform(invite, input, request);
    const again = await cast.perform(invite, input, request);
    expect(again.id).toBe(first.id);
    const kept = JSON.stringify([
      await db.selectFrom("invitation").selectAll().execute(),
      await db.selectFrom("performed_act").selectAll().execute(),
      await db.selectFrom("audit_entry").selectAll().execute(),
    ]);
    expect(kept).toContain(first.id);
    expect(kept).not.toContain(first.token);
  });

  test("comes from an administrator above all the person's posts, nobody else", async () => {
    const above = await cast.holder("administrator", "T");
    const beside = await cast.holder("administrator", "B");
    const notAdministrator = await cast.holder("office_secretary", "A");
    await inviteSecretary(above);
    await expect(inviteSecretary(beside)).rejects.toEqual(code("act.not_permitted"));
    await expect(inviteSecretary(notAdministrator)).rejects.toEqual(code("act.not_permitted"));
    await postAlso(secretary, "steering_committee", "T", "2027-01-01");
    await expect(inviteSecretary()).rejects.toEqual(code("identity.beyond_own_rights"));
    await inviteSecretary(above);
    const stranger = await cast.holder("village_head", "B-1");
    await expect(inviteSecretary(administrator, { person: stranger.personId })).rejects.toEqual(
      code("identity.not_in_unit"),
    );
  });
});

describe("a post offered by a link", () => {
  const offer = (actor: Actor = administrator, more: object = {}, at = noon) =>
    cast.perform(
      offerPost,
      { unit: "A", capacity: "statistician", from: "2026-03-02", ...more },
      by(actor, at),
    );
  const postsIn = (person: Person) =>
    db
      .selectFrom("post")
      .select("capacity")
      .where("person_id", "=", person.personId)
      .where("unit_id", "=", cast.unit("A"))
      .execute();

  test("is held by whoever accepts it, once, also by somebody of another province", async () => {
    const { token } = await offer();
    const [one, other] = [await cast.holder("office_secretary", "C"), await cast.holder("chairperson", "B")];
    const outcomes = await Promise.allSettled(
      [one, other].map((person) => acceptOffer([db, token, person, { now: noon }])),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect([...(await postsIn(one)), ...(await postsIn(other))]).toEqual([{ capacity: "statistician" }]);
    const lines = db.selectFrom("audit_entry").select("input").where("act", "=", "identity.accept_offer");
    expect(JSON.stringify(await lines.execute())).not.toContain(token);
  });

  test("that opens matters is not accepted by who offers it, and waits for somebody else; another administrator's is", async () => {
    const { token } = await offer(administrator, { capacity: "complaint_reviewer" });
    await expect(acceptOffer([db, token, administrator, { now: noon }])).rejects.toEqual(
      code("organization.own_post"),
    );
    expect(await openOffer(db, token, noon, "2026-03-02")).toMatchObject({ capacity: "complaint_reviewer" });
    const other = await offer(await cast.holder("administrator", "T"), { capacity: "complaint_reviewer" });
    await acceptOffer([db, other.token, administrator, { now: noon }]);
    expect(await postsIn(administrator)).toContainEqual({ capacity: "complaint_reviewer" });
  });

  test("is declined by whoever opens its link: it works no longer, and who offered it is told by whom and why", async () => {
    const { id, token } = await offer();
    const person = await cast.holder("office_secretary", "C");
    const answers = await Promise.allSettled([
      declineOffer([db, token, person, { now: noon }]),
      acceptOffer([db, token, await cast.holder("chairperson", "B"), { now: noon }]),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const second = await offer();
    await declineOffer([db, second.token, person, { now: noon }], " Đang giữ việc khác ");
    const gone = code("identity.offer_gone");
    for (const answer of [acceptOffer, declineOffer])
      await expect(answer([db, second.token, person, { now: noon }])).rejects.toEqual(gone);
    expect(await postsIn(person)).toEqual([]);
    const shown = (at: Temporal.Instant) => waitingOffers(db, [cast.unit("A")], at, "2026-03-02");
    expect(await shown(noon)).toContainEqual(
      expect.objectContaining({
        id: second.id,
        declinedBy: person.name,
        declinedReason: "Đang giữ việc khác",
      }),
    );
    await workOutbox(db, wordHandlers(null, "http://localhost"), "quick", () => noon);
    const words = await notificationsOf(db, administrator.personId, 10);
    expect(words.map(({ details }) => notificationInWords(details).vi)).toContain(
      `${person.name} không nhận chức vụ Thống kê, xã An: Đang giữ việc khác`,
    );
    expect(await notificationsOf(db, person.personId, 10)).toEqual([]);
    expect((await shown(noon.add(days(31)))).map((one) => one.id)).not.toContain(second.id);
    await expect(cast.perform(withdrawOffer, { offer: second.id }, by(administrator))).rejects.toEqual(
      code("identity.offer_declined"),
    );
    expect(id).not.toBe(second.id);
  });

  test("holds as long as who offered it is in that post, and for a week", async () => {
    const person = await cast.holder("office_secretary", "C");
    const late = await offer();
    await expect(acceptOffer([db, late.token, person, { now: noon.add(days(8)) }])).rejects.toEqual(
      code("identity.offer_gone"),
    );
    const { token } = await offer();
    await db
      .updateTable("post")
      .set({ until_on: "2026-03-01" })
      .where("person_id", "=", administrator.personId)
      .execute();
    expect(await openOffer(db, token, noon, "2026-03-02")).toBeNull();
    await expect(acceptOffer([db, token, person, { now: noon }])).rejects.toEqual(
      code("identity.offer_gone"),
    );
  });

  test("comes from an administrator of that unit or above; the very post that one holds is not taken twice", async () => {
    for (const actor of [await cast.holder("administrator", "B"), await cast.holder("office_secretary", "A")])
      await expect(offer(actor)).rejects.toEqual(code("act.not_permitted"));
    const { token } = await offer(await cast.holder("administrator", "T"), { capacity: "party_secretary" });
    await expect(acceptOffer([db, token, secretary, { now: noon }])).rejects.toEqual(
      code("organization.post_overlaps"),
    );
    expect(await openOffer(db, token, noon, "2026-03-02")).toMatchObject({ capacity: "party_secretary" });
  });

  test("waits in sight of the administrators above until it is accepted, runs out or is withdrawn", async () => {
    const waiting = async (unit: string, at = noon) =>
      (await waitingOffers(db, [cast.unit(unit)], at, "2026-03-02")).map(({ id }) => id);
    const [kept, taken] = [await offer(), await offer()];
    expect(await waiting("T")).toEqual(expect.arrayContaining([kept.id, taken.id]));
    expect(await waiting("B")).toEqual([]);
    await acceptOffer([db, taken.token, await cast.holder("office_secretary", "C"), { now: noon }]);
    expect(await waiting("A")).toContain(kept.id);
    expect(await waiting("A")).not.toContain(taken.id);
    expect(await waiting("A", noon.add(days(8)))).not.toContain(kept.id);
    expect(await waiting("A", noon.add(days(40)))).toEqual([]);
  });

  test("is withdrawn by an administrator of its unit or above; to anybody else it is not there", async () => {
    const { id, token } = await offer();
    const takeBack = (actor: Actor, which = id) => cast.perform(withdrawOffer, { offer: which }, by(actor));
    const nowhere = "0199aaaa-0000-7000-8000-00000000dead";
    for (const actor of [
      await cast.holder("administrator", "B"),
      await cast.holder("office_secretary", "A"),
    ]) {
      const refusals = await Promise.allSettled([takeBack(actor), takeBack(actor, nowhere)]);
      expect(refusals).toEqual(
        [0, 1].map(() => ({ status: "rejected", reason: code("identity.offer_not_found") })),
      );
    }
    await takeBack(await cast.holder("administrator", "T"));
    await takeBack(administrator);
    expect(await openOffer(db, token, noon, "2026-03-02")).toBeNull();
    const person = await cast.holder("office_secretary", "C");
    await expect(acceptOffer([db, token, person, { now: noon }])).rejects.toEqual(
      code("identity.offer_gone"),
    );
    const other = await offer();
    await acceptOffer([db, other.token, person, { now: noon }]);
    await expect(takeBack(administrator, other.id)).rejects.toEqual(code("identity.offer_accepted"));
  });
});

describe("the first administrator", () => {
  const link = (at = noon) => firstAdministratorLink(db, at, "https://doithoai.example.vn");
  const tokenIn = (address: string | null) => address!.split("/").at(-1)!;

  test("comes from a link that is there only while there is no account", async () => {
    const address = await link(now());
    expect(address).toMatch(/^https:\/\/doithoai\.example\.vn\/invitation\/[\w-]{43}$/);
    await expect(accept(tokenIn(address), {}, now())).rejects.toMatchObject({
      faults: [{ field: "full_name" }],
    });
    await accept(tokenIn(address), { username: "quan.tri", full_name: "Người quản trị đầu tiên" }, now());
    const found = await actorOfSession(db, (await enter("quan.tri")).visit().headers, now());
    const centre = await db.selectFrom("unit").select("id").where("code", "=", "VN").executeTakeFirst();
    expect(found?.actor.posts).toMatchObject([{ capacity: "administrator", unitId: centre?.id }]);
    expect(await link()).toBeNull();
  });

  test("each new link ends the one before, and it lasts a day", async () => {
    const [first, second] = [await link(noon.subtract({ minutes: 5 })), await link()];
    expect(await openInvitation(db, tokenIn(first), noon)).toBeNull();
    expect(await openInvitation(db, tokenIn(second), noon.add({ hours: 23 }))).not.toBeNull();
    expect(await openInvitation(db, tokenIn(second), noon.add({ hours: 25 }))).toBeNull();
  });

  test("of two starts at once one has the link, the other says where it is", async () => {
    const later = noon.add({ hours: 48 });
    const links = await Promise.all([link(later), link(later), link(later)]);
    const printed = links.filter((each) => each !== "printed elsewhere");
    expect(printed).toHaveLength(1);
    expect(await openInvitation(db, tokenIn(printed[0]!), later)).not.toBeNull();
  });
});

describe("a token", () => {
  const issue = (actor: Person, until = "2026-12-31", post = actor.posts[0]!.id) =>
    cast.perform(issueToken, { post, label: "Cổng dữ liệu tỉnh", until }, by(actor));

  test("acts in that one post, and in no other that the person holds", async () => {
    await postAlso(secretary, "steering_committee", "A");
    const { token } = await issue(secretary);
    expect(token).toMatch(/^dt_/);
    const actor = await actorOfToken(db, token, noon);
    expect(actor).toMatchObject({
      personId: secretary.personId,
      name: "party_secretary A (Cổng dữ liệu tỉnh)",
    });
    expect(actor?.posts.map(({ id }) => id)).toEqual([secretary.posts[0]!.id]);
  });

  test("ends with its day, with its post, with its revocation", async () => {
    const { id, token } = await issue(secretary);
    const at = (instant: string) => actorOfToken(db, token, Temporal.Instant.from(instant));
    expect(await at("2026-12-31T16:59:59Z")).not.toBeNull();
    expect(await at("2026-12-31T17:00:00Z")).toBeNull();
    await db
      .updateTable("post")
      .set({ until_on: "2026-06-30" })
      .where("id", "=", secretary.posts[0]!.id)
      .execute();
    expect(await at("2026-06-30T16:59:59Z")).not.toBeNull();
    expect(await at("2026-06-30T17:00:00Z")).toBeNull();
    await cast.perform(revokeToken, { token: id }, by(secretary));
    expect(await at("2026-03-02T05:00:00Z")).toBeNull();
    await expect(cast.perform(revokeToken, { token: id }, by(secretary))).rejects.toEqual(
      code("identity.token_revoked"),
    );
  });

  test.each(["", "dt_", "dt_khongco", "Bearer", `dt_${"x".repeat(98)}`])("%j is nobody's", async (token) => {
    expect(await actorOfToken(db, token, noon)).toBeNull();
  });

  test.each(["2026-03-01", "2027-03-03"])("a last day of %s is refused", async (until) => {
    await expect(issue(secretary, until)).rejects.toEqual(code("identity.token_term"));
  });

  test("is for a post of one's own", async () => {
    const other = await cast.holder("chairperson", "A");
    await expect(issue(secretary, "2026-12-31", other.posts[0]!.id)).rejects.toEqual(
      code("identity.post_not_held"),
    );
    await expect(issue(administrator, "2026-12-31", other.posts[0]!.id)).rejects.toEqual(
      code("identity.post_not_held"),
    );
  });

  test("is revoked by its holder or the administrator, not by a neighbour in the unit", async () => {
    const neighbour = await cast.holder("chairperson", "A");
    const { id } = await issue(secretary);
    await expect(cast.perform(revokeToken, { token: id }, by(neighbour))).rejects.toEqual(
      code("identity.token_not_found"),
    );
    await cast.perform(revokeToken, { token: id }, by(administrator));
  });

  test("cannot make another token, nor an invitation", async () => {
    const { token } = await issue(administrator);
    const program = (await actorOfToken(db, token, noon))!;
    await expect(issue(program)).rejects.toEqual(code("identity.token_not_enough"));
    await expect(inviteSecretary(program)).rejects.toEqual(code("identity.token_not_enough"));
  });
});

describe("a lock", () => {
  const lock = (actor: Actor = administrator, person = secretary.personId) =>
    cast.perform(lockAccount, { person, unit: "A", reason: "Mất máy" }, by(actor));
  const unlock = () =>
    cast.perform(unlockAccount, { person: secretary.personId, unit: "A" }, by(administrator, now()));

  test("ends sessions and tokens until it is lifted, and is told only to the right password", async () => {
    await createAccount(db, { personId: secretary.personId, username: "bi.thu", password }, noon);
    const browser = await enter();
    const post = secretary.posts[0]!.id;
    const { token } = await cast.perform(
      issueToken,
      { post, label: "x", until: "2026-12-31" },
      by(secretary),
    );
    await lock();
    expect(await actorOfSession(db, browser.visit().headers, now())).toBeNull();
    expect(await actorOfToken(db, token, noon)).toBeNull();
    await expect(enter("bi.thu", "không phải câu ấy")).rejects.toEqual(code("identity.wrong_credentials"));
    await expect(enter()).rejects.toEqual(code("identity.account_locked"));
    await expect(lock()).rejects.toEqual(code("identity.already_locked"));
    await unlock();
    await enter();
    expect(await actorOfToken(db, token, noon)).not.toBeNull();
    await expect(unlock()).rejects.toEqual(code("identity.not_locked"));
  });

  test("unlocking also ends the waiting after wrong passwords", async () => {
    await createAccount(db, { personId: secretary.personId, username: "bi.thu", password }, noon);
    for (let failure = 1; failure <= 5; failure++) await enter("bi.thu", "sai mất rồi").catch(() => {});
    await expect(enter()).rejects.toEqual(code("identity.locked_out"));
    await unlock();
    await enter();
  });

  test("needs an account, of somebody else, below oneself", async () => {
    await expect(lock()).rejects.toEqual(code("identity.no_account"));
    await expect(lock(administrator, administrator.personId)).rejects.toEqual(code("identity.not_oneself"));
    await postAlso(secretary, "steering_committee", "T");
    await expect(lock()).rejects.toEqual(code("identity.beyond_own_rights"));
  });

  const ended = (id: string, until_on: string) =>
    db.updateTable("post").set({ until_on }).where("id", "=", id).execute();

  test("is put on and lifted where one serves now, wherever one served before; the account stays out of reach there", async () => {
    await createAccount(db, { personId: secretary.personId, username: "bi.thu", password }, noon);
    await ended(await postAlso(secretary, "chairperson", "C"), "2025-06-30");
    await ended(await postAlso(secretary, "administrator", "T"), "2025-12-31");
    await lock();
    await unlock();
    await expect(inviteSecretary()).rejects.toEqual(code("identity.beyond_own_rights"));
    await expect(inviteSecretary(administrator, { reset_second_factor: true })).rejects.toEqual(
      code("identity.beyond_own_rights"),
    );
    const email = { person: secretary.personId, email: "cua.toi@thu.invalid" };
    await expect(cast.perform(correctPerson, email, by(administrator))).rejects.toEqual(
      code("identity.beyond_own_rights"),
    );
    const elsewhere = await cast.holder("administrator", "C");
    const there = { person: secretary.personId, unit: "C", reason: "Đã chuyển đi" };
    await expect(cast.perform(lockAccount, there, by(elsewhere))).rejects.toEqual(
      code("identity.not_in_unit"),
    );
  });

  test("of one who holds no post any more is lifted where the last was held", async () => {
    await createAccount(db, { personId: secretary.personId, username: "bi.thu", password }, noon);
    await ended(await postAlso(secretary, "chairperson", "C"), "2025-06-30");
    await ended(secretary.posts[0]!.id, "2026-01-31");
    await lock();
    await unlock();
    const elsewhere = await cast.holder("administrator", "C");
    const there = { person: secretary.personId, unit: "C", reason: "Đã chuyển đi" };
    await expect(cast.perform(lockAccount, there, by(elsewhere))).rejects.toEqual(
      code("identity.not_in_unit"),
    );
  });
});

describe("ending a session", () => {
  test("ends one's own on another machine, with an audit line; it needs no post", async () => {
    await createAccount(db, { personId: secretary.personId, username: "bi.thu", password }, noon);
    await db
      .updateTable("post")
      .set({ until_on: "2025-12-31" })
      .where("person_id", "=", secretary.personId)
      .execute();
    const [left, here] = [await enter(), await enter()];
    const { actor, session } = (await actorOfSession(db, left.visit().headers, now()))!;
    expect(actor.posts).toEqual([]);
    await endOwnSession(db, session.id, actor, now());
    expect(await actorOfSession(db, left.visit().headers, now())).toBeNull();
    expect(await actorOfSession(db, here.visit().headers, now())).not.toBeNull();
    expect(await sessionsOf(db, actor.personId, now())).toHaveLength(1);
    const lines = await db
      .selectFrom("audit_entry")
      .select(["act", "person_id", "post_id", "input"])
      .where("subject_id", "=", session.userId)
      .execute();
    const line = { act: "identity.end_session", person_id: secretary.personId, post_id: null };
    expect(lines).toEqual([{ ...line, input: { session: session.id } }]);
  });

  test("another's session is as if it were not there, and so is what is no session", async () => {
    await createAccount(db, { personId: secretary.personId, username: "bi.thu", password }, noon);
    const left = await enter();
    const { session } = (await actorOfSession(db, left.visit().headers, now()))!;
    for (const id of [session.id, "x", ""])
      await expect(endOwnSession(db, id, administrator, now())).rejects.toEqual(
        code("identity.session_not_found"),
      );
    expect(await actorOfSession(db, left.visit().headers, now())).not.toBeNull();
  });

  test("a token ends no session", async () => {
    await createAccount(db, { personId: secretary.personId, username: "bi.thu", password }, noon);
    const { session } = (await actorOfSession(db, (await enter()).visit().headers, now()))!;
    const program = { ...secretary, tokenId: "t" };
    await expect(endOwnSession(db, session.id, program, now())).rejects.toEqual(
      code("identity.token_not_enough"),
    );
  });
});
