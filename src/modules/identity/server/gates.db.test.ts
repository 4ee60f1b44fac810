import type { Actor } from "#kernel/actor.ts";
import { dayInVietnam } from "#kernel/clock.ts";
import { actNamed } from "#acts/registry.ts";
import { createKysely } from "#platform/server/database/connect.ts";
import { gated } from "#platform/server/recognition/gate.ts";
import type { Recognised } from "#platform/server/recognition/recognised.ts";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildCast, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { visitor } from "../../../../tests/support/visitor.ts";
import {
  actorOfSession,
  actorOfToken,
  createAccount,
  recognisedBySession,
  recognisedByToken,
  signIn,
} from "./index.ts";

// Two processes are two pools: what one of them does, the next question of the other has to know.

const { db, pool } = await testDatabase();
const elsewhere = new pg.Pool(pool.options);
const other = createKysely(elsewhere);
afterAll(() => elsewhere.end());

const password = "một câu dài dễ nhớ";
const now = () => Temporal.Now.instant();
const day = () => dayInVietnam(now());
let cast: Cast;
beforeAll(async () => {
  cast = await buildCast(db);
});

/** Whether the gate lets through whom the memory knows, and what is read then. */
async function passes(one: Recognised<unknown> | null, at = now()): Promise<[boolean, string | null]> {
  const { text, values } = gated(one!.gate, sql<string>`select ${"read"}::text`, (query) =>
    query.compile(db),
  );
  const { rows } = await pool.query<[boolean, string | null]>({
    text,
    values: [...one!.values(at), ...values],
    rowMode: "array",
  });
  return rows[0]!;
}

const open = [true, "read"];
const shut = [false, null];

const perform = (name: string, input: object, actor: Actor = cast.system) =>
  cast.perform(actNamed(name)!, input, { actor, now: now() }) as Promise<{ id: string; token: string }>;

let people = 0;
/** Somebody in a post, with an account, a token and a session, recognised by both. */
async function recognised() {
  const holder = await cast.holder("office_secretary", "A");
  const { personId } = holder;
  const username = `nguoi.${(people += 1)}`;
  await createAccount(db, { personId, username, password }, now());
  const until = Temporal.PlainDate.from(day()).add({ days: 30 }).toString();
  const input = { post: holder.posts[0]!.id, label: "thử", until };
  const { token, id: tokenId } = await perform("identity.issue_token", input, holder);
  const browser = visitor();
  browser.keep((await signIn(db, { username, password }, browser.visit(), now())).cookies);
  const { headers } = browser.visit();
  const recognise = async () => {
    await actorOfToken(db, token, now());
    await actorOfSession(db, headers, now());
  };
  await recognise();
  const known = async () => ({
    token: recognisedByToken(token, day()),
    session: await recognisedBySession(db, headers.get("cookie")!, now()),
  });
  return { holder, personId, username, tokenId, token, headers, recognise, known };
}

type Someone = Awaited<ReturnType<typeof recognised>>;

test("who was recognised is known with their posts, and the gate is open to them", async () => {
  const one = await recognised();
  const { token, session } = await one.known();
  expect(token?.who).toEqual(await actorOfToken(db, one.token, now()));
  expect(session?.who).toEqual(await actorOfSession(db, one.headers, now()));
  expect([await passes(token), await passes(session)]).toEqual([open, open]);
});

const ends: [what: string, end: (one: Someone) => Promise<unknown>, token: unknown, session: unknown][] = [
  [
    "a revoked token",
    ({ tokenId }) =>
      other
        .updateTable("api_token")
        .set({ revoked_at: now().toString() })
        .where("id", "=", tokenId)
        .execute(),
    shut,
    open,
  ],
  [
    "a locked account",
    async ({ personId }) => {
      const { id } = await other
        .selectFrom("account_user")
        .select("id")
        .where("person_id", "=", personId)
        .executeTakeFirstOrThrow();
      const lock = { id: crypto.randomUUID(), user_id: id, reason: "thử", from_at: now().toString() };
      await other.insertInto("account_lock").values(lock).execute();
    },
    shut,
    shut,
  ],
  [
    "an ended session",
    ({ username }) =>
      other
        .deleteFrom("account_session")
        .where("user_id", "=", other.selectFrom("account_user").select("id").where("username", "=", username))
        .execute(),
    open,
    shut,
  ],
  [
    "a second factor that was set",
    ({ username }) =>
      other
        .updateTable("account_user")
        .set({ two_factor_enabled: true })
        .where("username", "=", username)
        .execute(),
    open,
    shut,
  ],
  [
    "an ended post",
    ({ holder }) =>
      other.updateTable("post").set({ until_on: day() }).where("id", "=", holder.posts[0]!.id).execute(),
    shut,
    shut,
  ],
  [
    "a unit that was renamed",
    () => perform("organization.rename_unit", { unit: "A", name: `Xã An ${people}`, on: day() }),
    shut,
    shut,
  ],
];

describe("what happened in another process shuts the gate to the next question", () => {
  test.each(ends)("%s", async (_, end, token, session) => {
    const one = await recognised();
    const known = await one.known();
    await end(one);
    expect([await passes(known.token), await passes(known.session)]).toEqual([token, session]);
  });
});

test("what runs out is out, and a day is known for itself", async () => {
  const one = await recognised();
  const { token, session } = await one.known();
  expect(await passes(token, now().add({ hours: 24 * 40 }))).toEqual(shut);
  expect(await passes(session, now().add({ hours: 13 }))).toEqual(shut);
  const tomorrow = Temporal.PlainDate.from(day()).add({ days: 1 }).toString();
  expect(recognisedByToken(one.token, tomorrow)).toBeNull();
});

test("a secret that was never looked up, or was forgotten, stands for nobody", async () => {
  const one = await recognised();
  expect(recognisedByToken(`${one.token}x`, day())).toBeNull();
  expect(await recognisedBySession(db, "doi-thoai.session_token=a.b", now())).toBeNull();
  const { token, session } = await one.known();
  token!.forget();
  session!.forget();
  expect(await one.known()).toEqual({ token: null, session: null });
  await one.recognise();
  expect((await one.known()).token).not.toBeNull();
});
