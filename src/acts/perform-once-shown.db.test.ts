import { issueToken } from "#modules/identity/server/index.ts";
import { setCurrentDatabase } from "#platform/server/database/current.ts";
import type { OpenDatabase } from "#platform/server/database/open.ts";
import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { expect, test } from "vitest";
import { buildCast } from "../../tests/support/cast.ts";
import { testDatabase } from "../../tests/support/database.ts";
import { performOnceShown } from "./perform-once-shown.ts";

const { db, pool } = await testDatabase();
const cast = await buildCast(db);
setCurrentDatabase({ db, pool } as unknown as OpenDatabase);
const actor = await cast.holder("office_secretary", "A");

const said: string[] = [];
const cookies = { set: (_: string, value: string) => void said.push(value) };

function sent(key: string) {
  const url = new URL("http://localhost/account/tokens");
  const event = { url, cookies, locals: { requestId: crypto.randomUUID() } } as unknown as RequestEvent;
  const until = dayInVietnam(systemClock());
  const input = { post: actor.posts[0]!.id, label: "Sổ theo dõi", until };
  return performOnceShown(event, issueToken, { input, actor, key });
}
const made = async () => (await db.selectFrom("api_token").select("id").execute()).length;

test("a form with a secret that is sent again makes no second one, shows none, and says nothing was done", async () => {
  const key = crypto.randomUUID();
  expect(await sent(key)).toMatch(/.{30}/);
  expect(await sent(key)).toBeNull();
  expect([await made(), said.length]).toEqual([1, 1]);
});

test("a new form makes another", async () => {
  expect(await sent(crypto.randomUUID())).toMatch(/.{30}/);
  expect(await made()).toBe(2);
});
