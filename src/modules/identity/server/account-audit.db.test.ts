import { beforeAll, beforeEach, expect, test } from "vitest";
import { appCode } from "../../../../tests/support/authenticator.ts";
import { buildCast, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { visitor } from "../../../../tests/support/visitor.ts";
import {
  acceptInvitation,
  administratorLink,
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  createAccount,
  endSecondFactor,
  freeAccount,
  giveSecondFactor,
  invite,
  renewRecoveryCodes,
  signIn,
  signOut,
} from "./index.ts";

const { db } = await testDatabase();
const password = "một câu dài dễ nhớ";
const now = () => Temporal.Now.instant();

let cast: Cast;
let personId: string;
let accountId: string;

beforeAll(async () => {
  cast = await buildCast(db);
});
beforeEach(async () => {
  await db.deleteFrom("account_user").execute();
  await db.deleteFrom("sign_in_failure").execute();
  await db.deleteFrom("account_rate_limit").execute();
  ({ personId } = await cast.holder("party_secretary", "A"));
  ({ id: accountId } = await createAccount(db, { personId, username: "bi.thu", password }, now()));
});

async function enter() {
  const browser = visitor();
  browser.keep((await signIn(db, { username: "bi.thu", password }, browser.visit(), now())).cookies);
  return browser;
}

/** Every line about the account, in the order of writing. */
async function lines() {
  return db
    .selectFrom("audit_entry")
    .select(["act", "person_id", "actor_label", "input"])
    .where("subject_id", "=", accountId)
    .orderBy("at")
    .orderBy("id")
    .execute();
}
const acts = async () => (await lines()).map(({ act }) => act);
const everything = async () => JSON.stringify(await db.selectFrom("audit_entry").selectAll().execute());

test("a new password leaves its line with the person, and neither password in it; a refused one leaves none", async () => {
  const browser = await enter();
  const next = "một câu khác hẳn, cũng dài";
  await expect(changePassword(db, { current: "không phải", next }, browser.visit())).rejects.toThrow();
  expect(await lines()).toEqual([]);
  await changePassword(db, { current: password, next }, browser.visit());
  const line = { person_id: personId, actor_label: "party_secretary A", input: {} };
  expect(await lines()).toEqual([{ act: "identity.change_password", ...line }]);
  for (const secret of [password, next]) expect(await everything()).not.toContain(secret);
});

test("the second factor: begun, on, codes renewed, one used, off; no key and no code is written", async () => {
  const browser = await enter();
  const { key, recoveryCodes } = await beginSecondFactor(db, password, browser.visit());
  browser.keep((await confirmSecondFactor(db, appCode(key, now()), browser.visit())).cookies);
  const renewed = await renewRecoveryCodes(db, password, browser.visit());
  const other = visitor();
  other.keep((await signIn(db, { username: "bi.thu", password }, other.visit(), now())).cookies);
  await giveSecondFactor(db, renewed[0]!, other.visit());
  await endSecondFactor(db, password, browser.visit());
  expect(await acts()).toEqual([
    "identity.begin_second_factor",
    "identity.turn_on_second_factor",
    "identity.renew_recovery_codes",
    "identity.use_recovery_code",
    "identity.turn_off_second_factor",
  ]);
  for (const secret of [key, ...recoveryCodes, ...renewed]) expect(await everything()).not.toContain(secret);
});

test("signing out leaves a line once; without a session none", async () => {
  const browser = await enter();
  await signOut(db, browser.visit());
  await signOut(db, browser.visit());
  await signOut(db, visitor().visit());
  expect(await acts()).toEqual(["identity.sign_out"]);
});

test("a name that has to wait leaves a line with its minutes; one that is nobody's the same, without the name", async () => {
  const at = now();
  for (const username of ["bi.thu", "mat.khau.lo.go"])
    for (let failure = 1; failure <= 6; failure++)
      await signIn(db, { username, password: "sai" }, visitor().visit(), at).catch(() => {});
  const line = { person_id: null, actor_label: "sign-in", input: { minutes: 1 } };
  expect(await lines()).toEqual([{ act: "identity.lock_out", ...line }]);
  const unknown = await db
    .selectFrom("audit_entry")
    .select(["input"])
    .where("act", "=", "identity.lock_out")
    .where("subject_id", "is", null)
    .execute();
  expect(unknown).toEqual([{ input: { minutes: 1 } }]);
  expect(await everything()).not.toContain("mat.khau.lo.go");
});

test("a link that takes the second factor off says so beside its own line", async () => {
  const administrator = await cast.holder("administrator", "T");
  const input = { person: personId, unit: "A", reset_second_factor: true };
  const { token } = await cast.perform(invite, input, { actor: administrator, now: now() });
  await acceptInvitation(db, { token, password: "một câu mới, cũng dài" }, { now: now() });
  expect((await acts()).toSorted()).toEqual(["identity.accept_invitation", "identity.reset_second_factor"]);
  expect(await everything()).not.toContain(token);
});

test("whoever keeps the machine is written down as the command line", async () => {
  expect(await freeAccount(db, "khong.ai", now())).toBeNull();
  for (let failure = 1; failure <= 5; failure++)
    await signIn(db, { username: "bi.thu", password: "sai" }, visitor().visit(), now()).catch(() => {});
  expect(await freeAccount(db, "bi.thu", now())).toBe(true);
  expect(await freeAccount(db, "bi.thu", now())).toBe(false);
  const unlocked = (await lines()).filter(({ act }) => act === "identity.unlock_account");
  expect(unlocked.map(({ actor_label, input }) => [actor_label, input])).toEqual([
    ["command line", { waited: true, locked: false }],
    ["command line", { waited: false, locked: false }],
  ]);
  const link = await administratorLink(db, now(), "https://doithoai.example.vn");
  const [line] = await db
    .selectFrom("audit_entry")
    .select(["actor_label", "input"])
    .where("act", "=", "identity.invite_administrator")
    .execute();
  expect(line).toEqual({ actor_label: "command line", input: {} });
  expect(await everything()).not.toContain(link.split("/").at(-1));
});
