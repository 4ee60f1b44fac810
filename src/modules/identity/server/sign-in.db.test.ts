import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildCast, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { visitor } from "../../../../tests/support/visitor.ts";
import { actorOfSession, createAccount, signIn, signOut } from "./index.ts";

const { db } = await testDatabase();
const password = "một câu dài dễ nhớ";
const right = { username: "chu.tich", password };
const wrong = { username: "chu.tich", password: "không phải câu ấy" };
const now = () => Temporal.Now.instant();
const code = (name: string) =>
  expect.objectContaining({ definition: expect.objectContaining({ code: name }) });

let cast: Cast;
let personId: string;
beforeAll(async () => {
  cast = await buildCast(db);
  ({ personId } = await cast.holder("chairperson", "A"));
  await createAccount(db, { personId, username: "Chu.Tich", password }, now());
});
beforeEach(async () => {
  await db.deleteFrom("sign_in_failure").execute();
  await db.deleteFrom("account_rate_limit").execute();
  await db.deleteFrom("account_session").execute();
});

async function signedIn() {
  const browser = visitor();
  browser.keep((await signIn(db, right, browser.visit(), now())).cookies);
  return browser;
}

describe("signing in", () => {
  test("gives a session whose actor has the posts held now, whatever capitals the name was typed in", async () => {
    const browser = visitor();
    const answer = await signIn(db, { username: " CHU.tich ", password }, browser.visit(), now());
    browser.keep(answer.cookies);
    expect(answer.secondFactorNeeded).toBe(false);
    const found = await actorOfSession(db, browser.visit().headers, now());
    expect(found?.actor).toMatchObject({ personId, name: "chairperson A" });
    expect(found?.actor.posts).toEqual([
      expect.objectContaining({ capacity: "chairperson", unitId: cast.unit("A") }),
    ]);
    expect(found?.session).toMatchObject({ username: "chu.tich", secondFactor: false, due: false });
  });

  test("the cookie cannot be read by scripts and does not travel to other sites", async () => {
    const { cookies } = await signIn(db, right, visitor().visit(), now());
    const line = cookies.find((each) => each.includes("session_token="))!;
    expect(line).toMatch(/; HttpOnly/i);
    expect(line).toMatch(/; SameSite=Lax/i);
    expect(line).not.toMatch(/; Secure/i);
  });

  test("a session ends by itself, and at sign-out at once", async () => {
    const browser = await signedIn();
    const { headers } = browser.visit();
    expect(await actorOfSession(db, headers, now().add({ hours: 11 }))).not.toBeNull();
    expect(await actorOfSession(db, headers, now().add({ hours: 13 }))).toBeNull();
    browser.keep(await signOut(db, browser.visit()));
    expect(browser.names()).toEqual([]);
    expect(await actorOfSession(db, headers, now())).toBeNull();
  });

  test("a cookie that we did not sign is nobody's", async () => {
    const browser = await signedIn();
    const cookie = browser.visit().headers.get("cookie")!;
    const forged = new Headers({ cookie: cookie.replace(/\.[^.]{20}/, `.${"A".repeat(20)}`) });
    expect(forged.get("cookie")).not.toBe(cookie);
    expect(await actorOfSession(db, forged, now())).toBeNull();
  });

  test("rights end with the post, from the next request on; the session stays", async () => {
    const browser = await signedIn();
    const { headers } = browser.visit();
    await db.updateTable("post").set({ until_on: "2025-12-31" }).where("person_id", "=", personId).execute();
    const found = await actorOfSession(db, headers, now());
    expect(found?.actor.posts).toEqual([]);
    await db.updateTable("post").set({ until_on: "infinity" }).where("person_id", "=", personId).execute();
    expect((await actorOfSession(db, headers, now()))?.actor.posts).toHaveLength(1);
  });
});

describe("guessing", () => {
  test("a wrong name and a wrong password are answered alike", async () => {
    const visit = visitor().visit();
    const nobody = { username: "khong.ai", password };
    await expect(signIn(db, wrong, visit, now())).rejects.toEqual(code("identity.wrong_credentials"));
    await expect(signIn(db, nobody, visit, now())).rejects.toEqual(code("identity.wrong_credentials"));
    await expect(signIn(db, { username: "x", password }, visit, now())).rejects.toEqual(
      code("identity.wrong_credentials"),
    );
  });

  test.each(["chu.tich", "khong.ai"])("after five failures %s waits, then longer", async (username) => {
    const at = now();
    const attempt = (minutes: number) =>
      signIn(db, { username, password: "sai mất rồi" }, visitor().visit(), at.add({ seconds: minutes * 60 }));
    for (let failure = 1; failure <= 4; failure++)
      await expect(attempt(0)).rejects.toEqual(code("identity.wrong_credentials"));
    await expect(attempt(0)).rejects.toMatchObject({ vi: expect.stringContaining("đợi 1 phút") });
    await expect(attempt(0.5)).rejects.toEqual(code("identity.locked_out"));
    await expect(attempt(1)).rejects.toMatchObject({ vi: expect.stringContaining("đợi 2 phút") });
    await expect(attempt(2)).rejects.toMatchObject({ vi: expect.stringContaining("đợi 1 phút") });
  });

  test("while a name waits the right password does not help; afterwards it does, and all is forgotten", async () => {
    const at = now();
    for (let failure = 1; failure <= 5; failure++)
      await signIn(db, wrong, visitor().visit(), at).catch(() => {});
    await expect(signIn(db, right, visitor().visit(), at)).rejects.toEqual(code("identity.locked_out"));
    await signIn(db, right, visitor().visit(), at.add({ minutes: 2 }));
    expect(await db.selectFrom("sign_in_failure").selectAll().execute()).toEqual([]);
  });

  test("twenty guesses at once are twenty failures, not one", async () => {
    const at = now();
    const guesses = Array.from({ length: 20 }, () => signIn(db, wrong, visitor().visit(), at));
    const settled = await Promise.allSettled(guesses);
    const looked = settled.filter(
      (each) => each.status === "rejected" && /wrong_credentials/.test(each.reason),
    );
    expect(looked).toHaveLength(4);
  });

  test("failures are forgotten after a day", async () => {
    const at = now();
    for (let failure = 1; failure <= 4; failure++)
      await signIn(db, wrong, visitor().visit(), at).catch(() => {});
    await expect(signIn(db, wrong, visitor().visit(), at.add({ hours: 25 }))).rejects.toEqual(
      code("identity.wrong_credentials"),
    );
  });

  test("people behind one address are not counted, only what fails there: thirty-six come in a minute and all come in", async () => {
    const at = now();
    const come = () => signIn(db, right, visitor("198.51.100.9").visit(), at);
    for (let some = 1; some <= 9; some++) await Promise.all([come(), come(), come(), come()]);
    await expect(signIn(db, wrong, visitor("198.51.100.9").visit(), at)).rejects.toEqual(
      code("identity.wrong_credentials"),
    );
  });

  test("whoever has to wait is told how long, in minutes and in seconds", async () => {
    const at = now();
    for (let failure = 1; failure <= 5; failure++)
      await signIn(db, wrong, visitor().visit(), at).catch(() => {});
    const refused = signIn(db, right, visitor().visit(), at.add({ seconds: 20 }));
    await expect(refused).rejects.toMatchObject({ definition: { status: 429 }, retryAfter: 40 });
  });

  test("thirty may fail from one address in a minute, over all names and processes", async () => {
    const tries = (address: string, count: number) =>
      Array.from({ length: count }, (_, index) =>
        signIn(db, { username: `nguoi.${index}`, password }, visitor(address).visit(), now()).catch(String),
      );
    const answers = await Promise.all(tries("198.51.100.7", 33));
    expect(answers.filter((answer) => /wrong_credentials/.test(String(answer)))).toHaveLength(30);
    expect(answers.filter((answer) => /too_many_attempts/.test(String(answer)))).toHaveLength(3);
    const [elsewhere] = await Promise.all(tries("198.51.100.8", 1));
    expect(elsewhere).toMatch(/wrong_credentials/);
  });
});
