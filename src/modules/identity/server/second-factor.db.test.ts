import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { appCode } from "../../../../tests/support/authenticator.ts";
import { buildCast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { visitor } from "../../../../tests/support/visitor.ts";
import {
  actorOfSession,
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  createAccount,
  endSecondFactor,
  giveSecondFactor,
  keyAddress,
  prolongSession,
  renewRecoveryCodes,
  signIn,
} from "./index.ts";
import { sessionsOf } from "./session.store.ts";

const { db } = await testDatabase();
const password = "một câu dài dễ nhớ";
const now = () => Temporal.Now.instant();
const code = (name: string) =>
  expect.objectContaining({ definition: expect.objectContaining({ code: name }) });

let personId: string;
beforeAll(async () => {
  ({ personId } = await (await buildCast(db)).holder("party_secretary", "A"));
});
beforeEach(async () => {
  await db.deleteFrom("account_user").execute();
  await db.deleteFrom("account_rate_limit").execute();
  await createAccount(db, { personId, username: "bi.thu", password }, now());
});

async function enter(given = password) {
  const browser = visitor();
  const answer = await signIn(db, { username: "bi.thu", password: given }, browser.visit(), now());
  browser.keep(answer.cookies);
  return { browser, ...answer };
}

/** The code that the app shows next: the one it shows now may have turned the second factor on. */
const nextCode = (key: string) => appCode(key, now().add({ seconds: 30 }));
const actorIn = (browser: ReturnType<typeof visitor>) => actorOfSession(db, browser.visit().headers, now());

async function withSecondFactor() {
  const { browser } = await enter();
  const setup = await beginSecondFactor(db, password, browser.visit());
  const { cookies } = await confirmSecondFactor(db, appCode(setup.key, now()), browser.visit());
  browser.keep(cookies);
  return { browser, ...setup };
}

describe("the second factor", () => {
  test("is on only after the app's first code, and keeps the session", async () => {
    const { browser } = await enter();
    const { key } = await beginSecondFactor(db, password, browser.visit());
    await expect(confirmSecondFactor(db, "000000", browser.visit())).rejects.toEqual(
      code("identity.wrong_code"),
    );
    expect((await enter()).secondFactorNeeded).toBe(false);
    browser.keep((await confirmSecondFactor(db, appCode(key, now()), browser.visit())).cookies);
    expect((await actorIn(browser))?.session.secondFactor).toBe(true);
    expect((await enter()).secondFactorNeeded).toBe(true);
  });

  test("is not turned on a second time by the same code, and the session stays", async () => {
    const { browser } = await enter();
    const { key } = await beginSecondFactor(db, password, browser.visit());
    const typed = appCode(key, now());
    browser.keep((await confirmSecondFactor(db, typed, browser.visit())).cookies);
    await expect(confirmSecondFactor(db, typed, browser.visit())).rejects.toEqual(code("identity.code_used"));
    expect((await actorIn(browser))?.session.secondFactor).toBe(true);
  });

  test("takes the password to begin and to end", async () => {
    const { browser } = await withSecondFactor();
    const end = (given: string) => endSecondFactor(db, given, browser.visit());
    await expect(end("không phải")).rejects.toEqual(code("identity.wrong_current_password"));
    browser.keep((await end(password)).cookies);
    expect((await actorIn(browser))?.session.secondFactor).toBe(false);
    expect((await enter()).secondFactorNeeded).toBe(false);
  });

  test("stands between the password and the session", async () => {
    const { key } = await withSecondFactor();
    const { browser } = await enter();
    expect(await actorIn(browser)).toBeNull();
    await expect(giveSecondFactor(db, "000000", browser.visit())).rejects.toEqual(
      code("identity.wrong_code"),
    );
    browser.keep((await giveSecondFactor(db, nextCode(key), browser.visit())).cookies);
    expect((await actorIn(browser))?.actor.personId).toBe(personId);
  });

  test("a code works once, of two at once for one; not again for whoever looked over a shoulder", async () => {
    const { key } = await withSecondFactor();
    const [mine, other] = [await enter(), await enter()];
    const seen = nextCode(key);
    const outcomes = await Promise.allSettled(
      [mine, other].map(({ browser }) => giveSecondFactor(db, seen, browser.visit())),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const sessions = await db.selectFrom("account_session").select("id").execute();
    expect(sessions).toHaveLength(2);
    const third = await enter();
    await expect(giveSecondFactor(db, seen, third.browser.visit())).rejects.toEqual(
      code("identity.code_used"),
    );
  });

  test("the code that turned it on is used, too", async () => {
    const { browser } = await enter();
    const { key } = await beginSecondFactor(db, password, browser.visit());
    const first = appCode(key, now());
    await confirmSecondFactor(db, first, browser.visit());
    const again = await enter();
    await expect(giveSecondFactor(db, first, again.browser.visit())).rejects.toEqual(
      code("identity.code_used"),
    );
  });

  test("a recovery code works once", async () => {
    const { recoveryCodes } = await withSecondFactor();
    expect(recoveryCodes).toHaveLength(10);
    const { browser } = await enter();
    browser.keep((await giveSecondFactor(db, recoveryCodes[0]!, browser.visit())).cookies);
    expect(await actorIn(browser)).not.toBeNull();
    const again = await enter();
    await expect(giveSecondFactor(db, recoveryCodes[0]!, again.browser.visit())).rejects.toEqual(
      code("identity.wrong_code"),
    );
  });

  test("recovery codes that are given at the same moment open a session, or it is said to give them again", async () => {
    const { recoveryCodes } = await withSecondFactor();
    const doors = await Promise.all([enter(), enter(), enter()]);
    const given = await Promise.allSettled(
      doors.map(({ browser }, at) => giveSecondFactor(db, recoveryCodes[at]!, browser.visit())),
    );
    const codes = given.flatMap((one) =>
      one.status === "rejected"
        ? [(one.reason as { definition?: { code: string } }).definition?.code ?? String(one.reason)]
        : [],
    );
    expect(codes.length).toBeLessThan(doors.length);
    for (const code of codes) expect(code).toBe("identity.at_the_same_moment");
  });

  test("is not begun while it is on", async () => {
    const { browser } = await withSecondFactor();
    await expect(beginSecondFactor(db, password, browser.visit())).rejects.toEqual(
      code("identity.second_factor_on"),
    );
  });

  test("new recovery codes end the old ones", async () => {
    const { browser, recoveryCodes } = await withSecondFactor();
    const renewed = await renewRecoveryCodes(db, password, browser.visit());
    expect(renewed).not.toEqual(recoveryCodes);
    const { browser: other } = await enter();
    await expect(giveSecondFactor(db, recoveryCodes[1]!, other.visit())).rejects.toEqual(
      code("identity.wrong_code"),
    );
    await giveSecondFactor(db, renewed[1]!, other.visit());
  });

  test("five wrong codes send back to the password; a code without the password is nothing", async () => {
    await withSecondFactor();
    const { browser } = await enter();
    for (let failure = 1; failure <= 5; failure++)
      await expect(giveSecondFactor(db, "000000", browser.visit())).rejects.toEqual(
        code("identity.wrong_code"),
      );
    await expect(giveSecondFactor(db, "000000", browser.visit())).rejects.toEqual(
      code("identity.second_step_expired"),
    );
    await expect(giveSecondFactor(db, "000000", visitor().visit())).rejects.toEqual(
      code("identity.second_step_expired"),
    );
  });

  test("where it is off there is nothing to confirm, to renew or to give", async () => {
    const { browser } = await enter();
    const off = code("identity.second_factor_off");
    await expect(confirmSecondFactor(db, "000000", browser.visit())).rejects.toEqual(off);
    await expect(renewRecoveryCodes(db, password, browser.visit())).rejects.toEqual(off);
    for (const typed of ["000000", ""])
      await expect(giveSecondFactor(db, typed, browser.visit())).rejects.toEqual(
        code("identity.second_step_expired"),
      );
  });

  test("what the app shows is the product and the username, no made-up address", () => {
    const address = new URL(keyAddress("ABC", "bi.thu"));
    expect(decodeURIComponent(address.pathname)).toBe("/Đối Thoại:bi.thu");
    expect(address.searchParams.get("issuer")).toBe("Đối Thoại");
  });
});

describe("one's own account", () => {
  test("a new password ends all other sessions and keeps this one", async () => {
    const { browser: left } = await enter();
    const { browser: here } = await enter();
    const change = (current: string, next: string) => changePassword(db, { current, next }, here.visit());
    await expect(change("không phải", "câu mới còn dài hơn")).rejects.toEqual(
      code("identity.wrong_current_password"),
    );
    await expect(change(password, "ngắn")).rejects.toMatchObject({ faults: [{ field: "new_password" }] });
    here.keep((await change(password, "câu mới còn dài hơn")).cookies);
    expect(await actorIn(left)).toBeNull();
    expect(await actorIn(here)).not.toBeNull();
    await expect(enter()).rejects.toEqual(code("identity.wrong_credentials"));
    await enter("câu mới còn dài hơn");
  });

  test("a session in use is prolonged", async () => {
    const { browser } = await enter();
    const before = (await actorIn(browser))!;
    expect(before.session.due).toBe(false);
    const [earlier, soon] = [now().subtract({ hours: 11 }), now().add({ hours: 1 })].map(String);
    await db.updateTable("account_session").set({ updated_at: earlier!, expires_at: soon! }).execute();
    expect((await actorIn(browser))?.session.due).toBe(true);
    browser.keep(await prolongSession(db, browser.visit()));
    const { headers } = browser.visit();
    expect((await actorOfSession(db, headers, now().add({ hours: 11 })))?.actor.personId).toBe(personId);
    expect((await actorIn(browser))?.session).toMatchObject({ id: before.session.id, due: false });
  });

  test("sessions are listed with where they are from", async () => {
    await enter();
    const { browser } = await enter();
    const { personId } = (await actorIn(browser))!.actor;
    const listed = await sessionsOf(db, personId, now());
    expect(listed).toHaveLength(2);
    expect(listed[0]).toMatchObject({ userAgent: "Trinh duyet thu", address: "192.0.2.1" });
    expect(await sessionsOf(db, personId, now().add({ hours: 13 }))).toEqual([]);
  });
});
