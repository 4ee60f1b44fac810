import { receive, rule } from "#modules/recommendation/server/index.ts";
import { setCurrentDatabase } from "#platform/server/database/current.ts";
import type { Act } from "#platform/server/act/act.ts";
import type { OpenDatabase } from "#platform/server/database/open.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { expect, test } from "vitest";
import { buildCast } from "../../tests/support/cast.ts";
import { testDatabase } from "../../tests/support/database.ts";
import { formAction } from "./form-action.ts";

const { db, pool } = await testDatabase();
const cast = await buildCast(db);
setCurrentDatabase({ db, pool } as unknown as OpenDatabase);
const office = await cast.holder("office_secretary", "A");

const typed = "§Ò nghÞ ñy ban söa ®o¹n ®\u00adêng";
const meant = "Đề nghị ủy ban sửa đoạn đường";

/** What the answers carry to the next page. */
const carried: string[] = [];
const cookies = { set: (_: string, value: string) => void carried.push(value) };

function posted(fields: Record<string, string>, act: Act = receive as Act) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  const request = new Request("http://localhost/", { method: "POST", body: data });
  const locals = { actor: office, requestId: crypto.randomUUID() };
  const event = { request, locals, url: new URL("http://localhost/"), params: {}, cookies };
  return formAction(act)(event as unknown as RequestEvent);
}
const matter = { unit: "A", field: "giao_thong", received_on: "2026-02-10" };
const stored = async () =>
  (await db.selectFrom("recommendation").select("text").orderBy("code").execute()).map(({ text }) => text);

test("a text in an encoding of before Unicode comes back to be chosen about, as it was typed", async () => {
  expect(await posted({ ...matter, text: typed })).toMatchObject({
    status: 422,
    data: {
      refusal: {
        problem: { code: "form.legacy_encoding" },
        faults: [{ field: "text" }],
        values: { text: typed },
      },
    },
  });
  expect(await stored()).toEqual([]);
});

test("it is converted when its writer says so, also where the form is refused for something else", async () => {
  const wrong = { ...matter, field: "khong_co", text: typed, unicode: "convert" };
  expect(await posted(wrong)).toMatchObject({ data: { refusal: { values: { text: meant } } } });
  expect(await posted({ ...matter, text: typed, unicode: "convert" })).toMatchObject({
    done: expect.anything(),
  });
  expect(await stored()).toEqual([meant]);
});

test("it is kept when its writer says so", async () => {
  const kept = typed.replace("\u00ad", "");
  expect(await posted({ ...matter, text: kept, unicode: "keep" })).toMatchObject({ done: expect.anything() });
  expect(await stored()).toEqual([meant, kept]);
});

test("what was done is carried to the page on which one goes on; of a refused form there is nothing to say", async () => {
  carried.length = 0;
  await posted({ ...matter, field: "khong_co", text: meant });
  expect(carried).toEqual([]);
  await posted({ ...matter, text: meant });
  const { code } = await db
    .selectFrom("recommendation")
    .select("code")
    .orderBy("code", "desc")
    .executeTakeFirstOrThrow();
  expect(carried.map((each) => JSON.parse(each) as object)).toMatchObject([
    { what: "matter_receive", values: { code }, at: "/", aim: "" },
  ]);
});

test("what is refused because nothing asks for it comes back unchosen, since a radio cannot be taken back", async () => {
  await posted({ ...matter, text: meant });
  const { code } = await db
    .selectFrom("recommendation")
    .select("code")
    .orderBy("code", "desc")
    .executeTakeFirstOrThrow();
  const ruled = { recommendation: code, ruling: "answered_now", text: "Đã thay.", promise: "told" };
  expect(await posted(ruled, rule as Act)).toMatchObject({
    data: {
      refusal: {
        faults: [{ field: "promise" }],
        values: { ruling: "answered_now", text: "Đã thay.", promise: "" },
      },
    },
  });
  expect(await posted({ ...ruled, promise: "" }, rule as Act)).toMatchObject({ done: expect.anything() });
});
