import { expect, test } from "vitest";
import { buildCast, noon } from "../../tests/support/cast.ts";
import { testDatabase } from "../../tests/support/database.ts";
import { onceShownFor } from "./once-shown-for.ts";

const { db } = await testDatabase();
const cast = await buildCast(db);
const actor = await cast.holder("office_secretary", "A");

let made = 0;
const make = () => Promise.resolve(`bí mật ${(made += 1)}`);
const sent = (key: unknown, by = actor, how: () => Promise<string> = make) =>
  onceShownFor(db, { actor: by, what: "identity.renew_recovery_codes", key, now: noon }, how);

test("a form that is sent again makes no second secret and shows none; another form, another person do", async () => {
  const key = crypto.randomUUID();
  expect([await sent(key), await sent(key), await sent(crypto.randomUUID())]).toEqual([
    "bí mật 1",
    null,
    "bí mật 2",
  ]);
  expect(await sent(key, await cast.holder("chairperson", "A"))).toBe("bí mật 3");
});

test("of two at once one is made", async () => {
  const key = crypto.randomUUID();
  const before = made;
  const both = await Promise.all([sent(key), sent(key)]);
  expect([both.filter((one) => one === null).length, made - before]).toEqual([1, 1]);
});

test("one that was refused may be sent again, and no secret is kept", async () => {
  const key = crypto.randomUUID();
  await expect(sent(key, actor, () => Promise.reject(new Error("sai mật khẩu")))).rejects.toThrow(
    "sai mật khẩu",
  );
  expect(await sent(key)).toMatch(/^bí mật/);
  const kept = await db.selectFrom("performed_act").selectAll().execute();
  expect(JSON.stringify(kept)).not.toMatch(/bí mật/);
});
