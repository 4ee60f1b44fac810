import { request, type IncomingHttpHeaders } from "node:http";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { servePlanted, type PlantedServer, type Visitor } from "../support/planted-server.ts";
import { readers, type Reader } from "../support/planted.ts";

// A page that would be drawn the same is sent as it was drawn (decisions 38 and 42). Whatever happens in another process, which
// here is this one, is on the page with the next request; and what is sent is what would be drawn, to the byte.

let server: PlantedServer;
beforeAll(async () => {
  server = await servePlanted();
}, 300_000);
afterAll(() => server.stop());

const list = "/recommendations?unit=A&sort=received";

type Page = { status: number; headers: IncomingHttpHeaders; body: Buffer; html: string };

/** Asks as a browser does that is told exactly what to send. */
async function ask(
  who: Visitor,
  path = list,
  { method = "GET", ...headers }: Record<string, string> = {},
): Promise<Page> {
  const cookie = [server.cookieOf(who), headers.cookie].filter(Boolean).join("; ");
  return new Promise((resolve, reject) => {
    const asked = request(server.address + path, { method, headers: { ...headers, cookie } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const body = Buffer.concat(chunks);
        const zipped = answer.headers["content-encoding"] === "gzip";
        const html = (zipped ? gunzipSync(body) : body).toString();
        resolve({ status: answer.statusCode!, headers: answer.headers, body, html });
      });
    });
    asked.on("error", reject).end();
  });
}

/** Drawn anew whatever is kept: something that was just done is to be said. */
const drawnAnew = (who: Visitor, path = list) => ask(who, path, { cookie: "said=nothing" });

/** What is drawn has a tag of its own. */
const isSent = ({ status, headers }: Page) => status === 200 && headers.etag === undefined;

/** Asked for until it is kept. */
async function untilSent(who: Visitor, path = list, headers: Record<string, string> = {}): Promise<Page> {
  for (let times = 0; times < 5; times++) {
    const page = await ask(who, path, headers);
    if (isSent(page)) return page;
  }
  throw new Error(`${who}: ${path} is never kept.`);
}

const nonceOf = ({ headers }: Page) =>
  /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))![1]!;
const keyOf = ({ html }: Page) => /key:"([0-9a-f-]{36})"/.exec(html)![1]!;
const withoutFresh = (page: Page) =>
  page.html.replaceAll(nonceOf(page), "nonce").replaceAll(keyOf(page), "key");

test.each(Object.keys(readers) as Reader[])("%s is sent what would be drawn, to the byte", async (reader) => {
  const first = await ask(reader);
  if (first.status !== 200) return expect([reader, first.status]).toEqual(["quản trị", 200]);
  const sent = await untilSent(reader);
  expect(withoutFresh(sent)).toBe(withoutFresh(await drawnAnew(reader)));
  expect(withoutFresh(sent)).toBe(withoutFresh(first));
});

test("nonce, key and the name of the request are new each time, in the head as in the page", async () => {
  const pages = [await untilSent("văn phòng"), await untilSent("văn phòng"), await untilSent("văn phòng")];
  for (const of of [nonceOf, keyOf, ({ headers }: Page) => String(headers["x-request-id"])])
    expect(new Set(pages.map(of)).size).toBe(pages.length);
  for (const page of pages) {
    expect(page.html.split(nonceOf(page)).length).toBeGreaterThan(1);
    expect(nonceOf(page)).toMatch(/^[\w+/]{22}==$/);
  }
});

test("the head says what it says of a page that is drawn", async () => {
  const [drawn, sent] = [
    await ask("bí thư", `${list}&view=open`),
    await untilSent("bí thư", `${list}&view=open`),
  ];
  const told = (page: Page) => {
    const { etag, date, "x-request-id": request, ...headers } = page.headers;
    const policy = String(headers["content-security-policy"]).replace(nonceOf(page), "nonce");
    return { ...headers, "content-security-policy": policy };
  };
  expect(told(sent)).toEqual(told(drawn));
  expect(sent.headers["cache-control"]).toBe("private, no-store");
  expect(sent.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
});

const gzip = { "accept-encoding": "gzip, br" };

test.each([
  ["typed, or from a bookmark", { ...gzip, "sec-fetch-site": "none" }, "gzip"],
  ["from a page of ours", { ...gzip, "sec-fetch-site": "same-origin" }, "gzip"],
  ["from another site", { ...gzip, "sec-fetch-site": "cross-site" }, undefined],
  ["from a site beside", { ...gzip, "sec-fetch-site": "same-site" }, undefined],
  ["from nobody knows where", gzip, undefined],
  ["by who does not take it", { "accept-encoding": "gzip;q=0", "sec-fetch-site": "none" }, undefined],
])("asked for %s it is the same page", async (_, headers, encoding) => {
  const sent = await untilSent("chủ tịch", list, headers);
  expect(sent.headers["content-encoding"]).toBe(encoding);
  expect(Number(sent.headers["content-length"])).toBe(sent.body.length);
  expect(withoutFresh(sent)).toBe(withoutFresh(await drawnAnew("chủ tịch")));
  if (encoding) expect(sent.body.length).toBeLessThan(sent.html.length / 3);
  if (encoding) expect(sent.body.includes(nonceOf(sent))).toBe(true);
});

test("how pages are to be shown is told apart", async () => {
  const english = await untilSent("thống kê", list, { cookie: "language=en; theme=dark" });
  const vietnamese = await untilSent("thống kê");
  expect([english.html.slice(0, 80), vietnamese.html.slice(0, 80)]).toEqual([
    expect.stringContaining('lang="en" data-theme="dark"'),
    expect.stringContaining('lang="vi" data-theme="auto"'),
  ]);
  const twice = await ask("thống kê", list, { cookie: "language=en; language=vi" });
  expect(twice.headers.etag).toBeDefined();
});

test.each([
  ["its head alone", { method: "HEAD" }, 200],
  ["with a body", { "content-length": "0" }, 200],
  ["of a host that is none", { host: "a/b" }, 404],
])("who asks for %s is answered by the page server", async (_, headers, status) => {
  await untilSent("ban chỉ đạo");
  const answer = await ask("ban chỉ đạo", list, headers);
  expect([answer.status, isSent(answer)]).toEqual([status, false]);
});

let matters = 0;
const receive = async (more: Record<string, unknown> = {}) => {
  const text = `Cống số ${(matters += 1)} bị tắc`;
  const input = { unit: "A", village: "A-1", field: "giao_thong", received_on: server.today, text, ...more };
  return { text, ...(await server.act("recommendation.receive", input)) } as { text: string; code: string };
};

test.each(["văn phòng", "văn phòng cấp trên", "trưởng thôn"] as const)(
  "%s: what came in is there with the next request",
  async (reader) => {
    await untilSent(reader);
    const { text } = await receive();
    const next = await ask(reader);
    expect([isSent(next), next.html.includes(text)]).toEqual([false, true]);
    const sent = await untilSent(reader);
    expect(sent.html).toContain(text);
  },
);

test("one more on another page of the list changes the count on this one", async () => {
  const path = "/recommendations?unit=A&sort=received&from=2015-01-01";
  const count = ({ html }: Page) => Number(/role="status">(\d+) kiến nghị/.exec(html)![1]);
  for (let times = 0; times < 20; times++) await receive();
  const before = count(await untilSent("văn phòng", path));
  await receive({ received_on: "2015-01-01" });
  const next = await ask("văn phòng", path);
  expect([isSent(next), count(next)]).toEqual([false, before + 1]);
});

test("what is held goes out of sight with the next request, and a name that is withheld out of the words", async () => {
  const { code } = await receive({ text: "Bà Trần Thị Riêng xin đường mới", raised_by: "Trần Thị Riêng" });
  expect((await untilSent("thống kê")).html).toContain("Trần Thị Riêng");
  await server.db
    .updateTable("recommendation")
    .set({ withheld_names: ["Trần Thị Riêng"] })
    .where("code", "=", code)
    .execute();
  const masked = await ask("thống kê");
  expect([isSent(masked), masked.html.includes("Trần Thị Riêng")]).toEqual([false, false]);
  const { text, code: held } = await receive();
  expect((await untilSent("thống kê")).html).toContain(text);
  await server.act("recommendation.hold", { recommendation: held, reason: "Xem xét" });
  const next = await ask("thống kê");
  expect([isSent(next), next.html.includes(text)]).toEqual([false, false]);
});

test("a list that one keeps, and a notice that one has read, are there with the next request", async () => {
  await untilSent("bí thư");
  const person = server.personIds.get("bí thư")!;
  const recorded_at = new Date().toISOString();
  const kept = { id: crypto.randomUUID(), person_id: person, name: "Của tôi", address: list, recorded_at };
  await server.db.insertInto("saved_filter").values(kept).execute();
  const next = await ask("bí thư");
  expect([isSent(next), next.html.includes("Của tôi")]).toEqual([false, true]);
  await untilSent("bí thư");
  const unread = await server.db
    .updateTable("notification")
    .set({ read_at: recorded_at })
    .where("person_id", "=", person)
    .where("read_at", "is", null)
    .executeTakeFirst();
  expect([Number(unread.numUpdatedRows) > 0, isSent(await ask("bí thư"))]).toEqual([true, false]);
});

const ends: [what: string, end: (person: string) => Promise<unknown>][] = [
  [
    "whose account is locked",
    async (person) => {
      const { id } = await account(person);
      const lock = { id: crypto.randomUUID(), user_id: id, reason: "thử", from_at: new Date().toISOString() };
      await server.db.insertInto("account_lock").values(lock).execute();
    },
  ],
  [
    "whose session has ended",
    async (person) => {
      const { id } = await account(person);
      await server.db.deleteFrom("account_session").where("user_id", "=", id).execute();
    },
  ],
  [
    "whose post has ended",
    (person) =>
      server.db.updateTable("post").set({ until_on: "2026-01-01" }).where("person_id", "=", person).execute(),
  ],
];

const account = (person: string) =>
  server.db.selectFrom("account_user").select("id").where("person_id", "=", person).executeTakeFirstOrThrow();

const reading: readonly Reader[] = ["thường trực hội đồng", "cán bộ mặt trận", "chủ tịch mặt trận"];

test.each(ends.map(([what, end], at) => [reading[at]!, what, end] as const))(
  "%s, %s, is not sent the page",
  async (reader, _, end) => {
    const { text } = await receive();
    expect((await untilSent(reader)).html).toContain(text);
    await end(server.personIds.get(reader)!);
    const next = await ask(reader);
    expect([isSent(next), next.html.includes(text)]).toEqual([false, false]);
  },
);

test("a person's corrected name stands on the next page", async () => {
  await untilSent("chủ tịch cấp trên");
  await server.act("identity.correct_person", {
    person: server.personIds.get("chủ tịch cấp trên")!,
    full_name: "Lê Văn Đổi Tên",
  });
  const next = await ask("chủ tịch cấp trên");
  expect([isSent(next), next.html.includes("Lê Văn Đổi Tên")]).toEqual([false, true]);
});
