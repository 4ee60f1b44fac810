import { once } from "node:events";
import { createServer, request, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { actNamed } from "#acts/registry.ts";
import { issueToken } from "#modules/identity/server/index.ts";
import { createPool, forPeople } from "#platform/server/database/connect.ts";
import { currentDatabase, setCurrentDatabase } from "#platform/server/database/current.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildCast, type Cast } from "../../tests/support/cast.ts";
import { testDatabase } from "../../tests/support/database.ts";
import { api } from "./application.ts";
import { withApi } from "./node-handler.ts";

const { db, pool } = await testDatabase();
const lean = createPool({ ...pool.options, max: 2 }, forPeople, { lean: true });
afterAll(() => lean.end());
const asked: string[] = [];
const askedOf = (which: string, of: typeof pool) =>
  of.on("connect", (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      asked.push(which);
      return query(...args);
    }) as typeof client.query;
  });
askedOf("lean", lean);
askedOf("usual", pool);

let cast: Cast;
let token: string;
let tokenId: string;
let server: Server;
let origin: string;
const now = () => Temporal.Now.instant();

beforeAll(async () => {
  setCurrentDatabase({
    db,
    pool,
    leanPool: lean,
    reports: db,
    reportPool: pool,
    embedded: false,
    checkReady: async () => undefined,
    patiently: (work) => work(pool),
    close: async () => undefined,
  });
  cast = await buildCast(db);
  const unit = "A";
  for (let n = 0; n < 12; n++)
    await cast.perform(
      actNamed("recommendation.receive")!,
      {
        unit,
        field: "giao_thong",
        received_on: "2026-02-02",
        text: `Đường ${n} hỏng, đi lại khó khăn. `.repeat(4),
      },
      { actor: cast.system, now: now() },
    );
  const others = (_: unknown, response: { writeHead(status: number): { end(): void } }) =>
    response.writeHead(418).end();
  server = createServer((request, response) =>
    withApi(others as never, 2000)(request, response, () => undefined),
  );
  await once(server.listen(0, "127.0.0.1"), "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

beforeEach(async () => {
  const secretary = await cast.holder("office_secretary", "A");
  const until = Temporal.Now.plainDateISO().add({ days: 30 }).toString();
  const input = { post: secretary.posts[0]!.id, label: "thử", until };
  const issued = await cast.perform(issueToken, input, { actor: secretary, now: now() });
  ({ token, id: tokenId } = issued as { token: string; id: string });
});

const list = "/api/v1/recommendations?unit=A&size=5";
const bearer = () => ({ authorization: `Bearer ${token}` });
/** Node's own client adds `Accept-Encoding`; what a program sends by itself has none unless given. */
const get = (path: string, headers: Record<string, string> = bearer()) =>
  fetch(origin + path, { headers: { "accept-encoding": "identity", ...headers } });
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

describe("what a program asks", () => {
  test("is told the same the first time and in one question afterwards", async () => {
    const usual = await (await get(list)).text();
    await get(list); // Opens the connection and learns names.
    asked.length = 0;
    const response = await get(list);
    expect(await response.text()).toBe(usual);
    expect(asked).toEqual(["lean"]);
    expect((JSON.parse(usual) as { matters: unknown[] }).matters).toHaveLength(5);
  });

  test("is told the same as by the application, under the same headers", async () => {
    await get(list);
    const [first, second] = [await get(list), await get("/api/v1/units/A")];
    const direct = await api.fetch(new Request(origin + list, { headers: bearer() }), {
      requestId: "x",
      actor: null,
    });
    expect(await first.text()).toBe(await direct.text());
    for (const name of [
      "content-security-policy",
      "x-content-type-options",
      "cache-control",
      "referrer-policy",
    ])
      expect([name, first.headers.get(name)]).toEqual([name, second.headers.get(name)]);
    expect(first.headers.get("content-type")).toBe("application/json");
    expect(first.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(first.headers.get("strict-transport-security")).toBeNull();
  });

  test("is refused with the next request once its token is revoked", async () => {
    await get(list);
    expect((await get(list)).status).toBe(200);
    await pool.query("update api_token set revoked_at = now() where id = $1", [tokenId]);
    const refused = await get(list);
    expect([refused.status, await codeOf(refused)]).toEqual([401, "api.token_refused"]);
  });

  test("is sent what was sent before where the same is told, and something else once it is not", async () => {
    const packed = async () => {
      const response = await get(list, { ...bearer(), "accept-encoding": "br" });
      return [response.headers.get("content-encoding"), await response.text()];
    };
    await get(list);
    const [before, again, plain] = [await packed(), await packed(), await (await get(list)).text()];
    expect([before, again]).toEqual([
      ["br", plain],
      ["br", plain],
    ]);
    await pool.query("update recommendation set text = 'Khác hẳn: ' || text");
    const [, after] = await packed();
    expect(after).toContain("Khác hẳn");
    expect(after).toBe(await (await get(list)).text());
  });

  test("finds a matter that came in a moment ago", async () => {
    const before = ((await (await get(`${list}0`)).json()) as { matters: unknown[] }).matters.length;
    await get(`${list}0`);
    await cast.perform(
      actNamed("recommendation.receive")!,
      { unit: "A", field: "giao_thong", received_on: "2026-02-03", text: "Mới" },
      { actor: cast.system, now: now() },
    );
    const { matters } = (await (await get(`${list}0`)).json()) as { matters: unknown[] };
    expect(matters).toHaveLength(before + 1);
  });

  test.each([
    ["asked twice", "/api/v1/recommendations?unit=A&unit=B", 422, "act.invalid_input"],
    ["nonsense", "/api/v1/recommendations?size=many", 422, "act.invalid_input"],
    ["no such path", "/api/v1/nothing", 404, "api.no_such_path"],
  ])("%s is the application's refusal", async (_, path, status, code) => {
    for (let time = 0; time < 2; time++) {
      const response = await get(path);
      expect([response.status, await codeOf(response)]).toEqual([status, code]);
    }
  });

  test("too large a body is refused in words", async () => {
    const headers = { ...bearer(), "content-type": "application/json" };
    const body = JSON.stringify({ text: "x".repeat(3000) });
    const response = await fetch(`${origin}/api/v1/recommendation/receive`, {
      method: "POST",
      headers,
      body,
    });
    expect([response.status, await codeOf(response)]).toEqual([413, "api.too_large"]);
  });
});

describe("what goes wrong", () => {
  const unheard: unknown[] = [];
  const hear = (error: unknown) => void unheard.push(error);
  beforeAll(() => void process.on("unhandledRejection", hear));
  afterAll(() => void process.off("unhandledRejection", hear));
  const sent = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
  const acting = () => ({ ...sent, headers: { ...sent.headers, ...bearer() } });
  const receiving = "/api/v1/recommendation/receive";

  test("a fault of ours is told as one, with the name of the request and all headers", async () => {
    const { db: whole, ...rest } = currentDatabase();
    const broken = new Proxy(whole, { get: () => undefined });
    setCurrentDatabase({ ...rest, db: broken });
    try {
      for (const [path, init] of [
        ["/api/v1/units/A", { headers: bearer() }],
        [list, { headers: bearer() }],
        [receiving, acting()],
      ] as [string, RequestInit][]) {
        const response = await fetch(origin + path, init);
        expect([path, response.status, response.headers.get("content-type")]).toEqual([
          path,
          500,
          "application/problem+json; charset=utf-8",
        ]);
        const name = response.headers.get("x-request-id");
        expect(await response.json()).toMatchObject({ code: "api.internal", instance: `urn:uuid:${name}` });
        expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      }
    } finally {
      setCurrentDatabase({ ...rest, db: whole });
    }
  });

  test("an answer that cannot be sent is cut off, and the next one comes", async () => {
    let breaks = true;
    const breaking = createServer((request, response) => {
      const end = response.end.bind(response) as (...args: unknown[]) => typeof response;
      response.end = ((...args: unknown[]) => {
        if (!breaks) return end(...args);
        breaks = false;
        throw new Error("no more");
      }) as typeof response.end;
      withApi((() => undefined) as never, 2000)(request, response, () => undefined);
    });
    await once(breaking.listen(0, "127.0.0.1"), "listening");
    const at = `http://127.0.0.1:${(breaking.address() as AddressInfo).port}${list}`;
    await expect(fetch(at, { headers: bearer() })).rejects.toThrow();
    expect((await fetch(at, { headers: bearer() })).status).toBe(200);
    breaking.close();
  });

  test("who hangs up in the middle is told nothing, and nobody else feels it", async () => {
    const { port } = server.address() as AddressInfo;
    const asking = request({ port, path: receiving, method: "POST", headers: { ...acting().headers } });
    asking.on("error", () => undefined).setHeader("content-length", 100);
    asking.write('{"unit":');
    await new Promise((resolve) => setTimeout(resolve, 50));
    asking.destroy();
    const response = await fetch(origin + receiving, acting());
    expect([response.status, await codeOf(response)]).toEqual([422, "act.invalid_input"]);
  });

  test("a body that grows too large as it comes is refused in words", async () => {
    const body = new ReadableStream({
      start(to) {
        for (let n = 0; n < 30; n++) to.enqueue(new TextEncoder().encode(`"${"x".repeat(100)}"`));
        to.close();
      },
    });
    const response = await fetch(origin + receiving, { ...acting(), body, duplex: "half" } as RequestInit);
    expect([response.status, await codeOf(response)]).toEqual([413, "api.too_large"]);
  });

  afterAll(() => expect(unheard).toEqual([]));
});

test("who shows no token is told so, and a browser, an odd path or another method is the page server's", async () => {
  const nobody = await get(list, {});
  expect([nobody.status, await codeOf(nobody)]).toEqual([401, "api.no_token"]);
  for (const [path, init] of [
    [list, { headers: { ...bearer(), cookie: "a=b" } }],
    ["/api/v1/recommendations/", { headers: bearer() }],
    ["/api//v1/recommendations", { headers: bearer() }],
    ["/api/v1/a%00", { headers: bearer() }],
    ["/api/v1/recommendations?text=%ff", { headers: bearer() }],
    [list, { method: "DELETE", headers: bearer() }],
    ["/desk", {}],
  ] as [string, RequestInit][])
    expect([path, (await fetch(origin + path, init)).status]).toEqual([path, 418]);
});

test.each(["a:b@localhost", "localhost/api/v1/x?", "lo cal"])(
  "a host named %s is the page server's",
  async (host) => {
    const { port } = server.address() as AddressInfo;
    const asking = request({ port, host: "127.0.0.1", path: list, headers: { ...bearer(), host } });
    const [answer] = (await once(asking.end(), "response")) as [IncomingMessage];
    expect(answer.statusCode).toBe(418);
  },
);

test.each([
  ["br", "br", brotliDecompressSync],
  ["gzip, deflate", "gzip", gunzipSync],
  ["br;q=0, gzip;q=0.5", "gzip", gunzipSync],
] as const)("a list is sent as %s asks", async (accepts, encoding, unpack) => {
  await get(list);
  const plain = await (await get(list)).text();
  const { port } = server.address() as AddressInfo;
  const asking = request({
    port,
    host: "127.0.0.1",
    path: list,
    headers: { ...bearer(), "accept-encoding": accepts },
  });
  const [answer] = (await once(asking.end(), "response")) as [IncomingMessage];
  const parts = (await answer.toArray()) as Buffer[];
  expect(answer.headers["content-encoding"]).toBe(encoding);
  expect(unpack(Buffer.concat(parts)).toString()).toBe(plain);
});
