import { registry } from "#acts/registry.ts";
import { setCurrentDatabase } from "#platform/server/database/current.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, type Cast } from "../../tests/support/cast.ts";
import { testDatabase } from "../../tests/support/database.ts";
import { issueToken, revokeToken } from "#modules/identity/server/index.ts";
import { endPost } from "#modules/organization/server/index.ts";
import { api } from "./application.ts";
import { openApi, pathOfAct } from "./openapi.ts";

const database = await testDatabase();
const { db } = database;
let cast: Cast;
let token: string;
const requestId = "0199aaaa-0000-7000-8000-000000000000";

beforeAll(async () => {
  setCurrentDatabase({
    ...database,
    reports: database.db,
    reportPool: database.pool,
    embedded: false,
    checkReady: async () => undefined,
    patiently: (work) => work(database.pool),
    close: async () => undefined,
  });
  cast = await buildCast(db);
  const secretary = await cast.holder("office_secretary", "A");
  const input = { post: secretary.posts[0]!.id, label: "thử", until: day(30) };
  const issued = (await cast.perform(issueToken, input, {
    actor: secretary,
    now: Temporal.Now.instant(),
  })) as { token: string };
  token = issued.token;
});

function day(fromToday: number) {
  return Temporal.Now.plainDateISO().add({ days: fromToday }).toString();
}

type Answer = { status: number; type: string | null; body: Record<string, unknown> };

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await api.fetch(new Request(`http://localhost${path}`, init), { requestId, actor: null });
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, type: response.headers.get("content-type"), body };
}

function act(name: string, body: unknown, headers: Record<string, string> = {}) {
  return ask(`/api/v1/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}`, ...headers },
    body: typeof body === "string" || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
  });
}

const said = {
  unit: "A",
  text: "Đề nghị thay bóng đèn đường",
  field: "dien_chieu_sang_vien_thong",
  received_on: "2026-02-02",
};

test("texts of before Unicode are refused with their place until the address says what becomes of them", async () => {
  const typed = { ...said, text: "§Ò nghÞ söa ®êng C«ng tr×nh" };
  const refused = await act("recommendation/receive", typed);
  expect([refused.status, refused.body.code]).toEqual([422, "api.legacy_encoding"]);
  expect(refused.body.errors).toMatchObject([{ field: "text" }]);
  const textOf = async (choice: string) => {
    const { body } = await act(`recommendation/receive?unicode=${choice}`, typed);
    const headers = { authorization: `Bearer ${token}` };
    return (await ask(`/api/v1/recommendations/${String(body.code)}`, { headers })).body.text;
  };
  expect(await textOf("convert")).toBe("Đề nghị sửa đờng Công trình");
  expect(await textOf("keep")).toBe(typed.text);
  expect((await act("recommendation/receive?unicode=maybe", typed)).body.code).toBe("api.legacy_choice");
  const deep = await act("recommendation/assign", {
    recommendation: "A-2026-0001",
    lead: "A-KT",
    due: "2026-12-31",
    coordinators: [{ unit: "A-VH", duty: "§o ®¹c" }],
  });
  expect(deep.body.errors).toMatchObject([{ field: "coordinators.0.duty" }]);
});

const refusals: [string, () => Promise<Answer>, number, string][] = [
  ["no token", () => act("recommendation/receive", said, { authorization: "" }), 401, "api.no_token"],
  [
    "a wrong token",
    () => act("recommendation/receive", said, { authorization: "Bearer dt_x" }),
    401,
    "api.token_refused",
  ],
  ["another unit", () => act("recommendation/receive", { ...said, unit: "B" }), 403, "act.not_permitted"],
  ["broken JSON", () => act("recommendation/receive", "{"), 400, "api.broken_json"],
  ["not an object", () => act("recommendation/receive", [1]), 415, "api.not_json"],
  [
    "a form",
    () => act("recommendation/receive", "a=1", { "content-type": "application/x-www-form-urlencoded" }),
    415,
    "api.not_json",
  ],
  [
    "a text too long",
    () => act("recommendation/receive", { ...said, text: "ă".repeat(20_001) }),
    422,
    "act.invalid_input",
  ],
  [
    "another encoding",
    () =>
      act("recommendation/receive", new Uint8Array([...Buffer.from('{"unit":"'), 0xd0, 0xea, 0x22, 0x7d])),
    400,
    "api.not_utf8",
  ],
  [
    "ten thousand levels, with a key",
    () =>
      act("recommendation/receive", `{"unit":${"[".repeat(10_000)}${"]".repeat(10_000)}}`, {
        "idempotency-key": "as deep as it goes".replaceAll(" ", "-"),
      }),
    422,
    "act.too_deep",
  ],
  [
    "a key used for something else",
    async () => {
      const headers = { "idempotency-key": "used-for-something-else" };
      await act("recommendation/receive", said, headers);
      return act("recommendation/receive", { ...said, text: "khác" }, headers);
    },
    422,
    "act.key_used_for_other_input",
  ],
  [
    "a prototype in the body",
    () => act("recommendation/receive", `{"__proto__":{"unit":"A"},"text":"x"}`),
    422,
    "act.invalid_input",
  ],
  [
    "an act that is only read",
    () => ask("/api/v1/recommendation/receive", { headers: { authorization: `Bearer ${token}` } }),
    405,
    "api.wrong_method",
  ],
  ["an act that is not there", () => act("recommendation/forget", {}), 404, "api.no_such_path"],
];

describe("acts over HTTP", () => {
  test("the token of a post does what the post may", async () => {
    const made = await act("recommendation/receive", said);
    expect(made).toMatchObject({ status: 200, body: { code: expect.stringMatching(/^A-2026-/) as string } });
    const ruled = await act("recommendation/rule", {
      recommendation: made.body.code,
      ruling: "noted",
      on: "2026-02-02",
    });
    expect(ruled).toMatchObject({ status: 200, body: { status: "noted" } });
  });

  test("an idempotency key makes two requests one", async () => {
    const headers = { "idempotency-key": "one-and-the-same" };
    const [one, two] = [
      await act("recommendation/receive", said, headers),
      await act("recommendation/receive", said, headers),
    ];
    expect(two.body).toEqual(one.body);
  });

  test.each(refusals)("%s is refused with problem details", async (_, request, status, code) => {
    const { body, ...answer } = await request();
    expect(answer).toEqual({ status, type: "application/problem+json; charset=utf-8" });
    expect(body).toMatchObject({ code, status, title: expect.any(String) as string });
  });

  test("the sentence is English where English is preferred", async () => {
    const { body } = await act(
      "recommendation/receive",
      { ...said, received_on: "2026-02-31" },
      { "accept-language": "en" },
    );
    expect(body.errors).toEqual([
      { field: "received_on", detail: expect.stringContaining("no such day") as string },
    ]);
  });
});

describe("a token that worked a moment ago", () => {
  const tokenOf = async () => {
    const holder = await cast.holder("office_secretary", "A");
    const input = { post: holder.posts[0]!.id, label: "thử", until: day(30) };
    const issued = await cast.perform(issueToken, input, { actor: holder, now: Temporal.Now.instant() });
    const headers = { authorization: `Bearer ${issued.token}` };
    for (let n = 0; n < 2; n++) expect((await act("recommendation/receive", said, headers)).status).toBe(200);
    return { holder, id: issued.id, headers };
  };
  const matters = async () =>
    (await db.selectFrom("recommendation").select(db.fn.countAll<number>().as("n")).executeTakeFirstOrThrow())
      .n;
  const system = () => ({ actor: cast.system, now: Temporal.Now.instant() });

  test.each<[string, (of: Awaited<ReturnType<typeof tokenOf>>) => Promise<unknown>]>([
    ["was revoked", ({ id }) => cast.perform(revokeToken, { token: id }, system())],
    [
      "lost its post",
      ({ holder }) => cast.perform(endPost, { post: holder.posts[0]!.id, until: day(-1) }, system()),
    ],
  ])("and %s does nothing more, and is told nothing of what it sends", async (_, ends) => {
    const gone = await tokenOf();
    const before = await matters();
    await ends(gone);
    for (const sent of [said, { ...said, text: "" }, "{"])
      expect(await act("recommendation/receive", sent, gone.headers)).toMatchObject({
        status: 401,
        body: { code: "api.token_refused" },
      });
    expect(await matters()).toBe(before);
  });
});

describe("a move that waits for its matter", () => {
  /** Sends it while somebody else holds the matter, lets something happen meanwhile, then lets go. */
  async function waiting(headers: Record<string, string>, meanwhile: () => Promise<unknown>) {
    const made = await act("recommendation/receive", said, headers);
    const ruling = { recommendation: made.body.code, ruling: "noted", on: "2026-02-02" };
    const holder = await database.pool.connect();
    await holder.query("begin");
    await holder.query("select from recommendation where code = $1 for update", [made.body.code]);
    const ruled = act("recommendation/rule", ruling, headers);
    const isWaiting =
      "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
    while ((await database.pool.query(isWaiting)).rows.length === 0)
      await new Promise((resolve) => setTimeout(resolve, 10));
    await meanwhile();
    await holder.query("commit");
    holder.release();
    return { answer: await ruled, code: made.body.code };
  }
  const issued = async () => {
    const holder = await cast.holder("office_secretary", "A");
    const input = { post: holder.posts[0]!.id, label: "thử", until: day(30) };
    const { token, id } = await cast.perform(issueToken, input, {
      actor: holder,
      now: Temporal.Now.instant(),
    });
    return { id, headers: { authorization: `Bearer ${token}` } };
  };
  const factsOf = async (code: unknown) =>
    (
      await database.pool.query(
        "select from recommendation_event e join recommendation r on r.id = e.recommendation_id where r.code = $1",
        [code],
      )
    ).rows.length;

  test("is not made by a token that was revoked meanwhile", async () => {
    const { id, headers } = await issued();
    await act("recommendation/receive", said, headers);
    const { answer, code } = await waiting(headers, () =>
      database.pool.query("update api_token set revoked_at = now() where id = $1", [id]),
    );
    expect([answer.status, answer.body.code, await factsOf(code)]).toEqual([401, "api.token_refused", 0]);
  });

  test("is made where only the structure changed meanwhile, once, judged by what it is now", async () => {
    const { headers } = await issued();
    await act("recommendation/receive", said, headers);
    const { answer, code } = await waiting(headers, () =>
      database.pool.query("update structure_edition set edition = gen_random_uuid()"),
    );
    expect([answer.status, answer.body.status, await factsOf(code)]).toEqual([200, "noted", 1]);
  });
});

describe("readings over HTTP", () => {
  const headers = () => ({ authorization: `Bearer ${token}` });

  test("the report of the post's own unit, and of no other", async () => {
    const period = "from=2026-01-01&to=2026-12-31";
    const own = await ask(`/api/v1/reports/summary?unit=A&${period}`, { headers: headers() });
    expect(own.body).toMatchObject({ unit: "A", conferences: { held: 0 } });
    const other = await ask(`/api/v1/reports/summary?unit=B&${period}`, { headers: headers() });
    expect(other).toMatchObject({ status: 404, body: { code: "organization.unit_not_found" } });
  });

  test.each([
    ["unit=A&unit=B", "unit"],
    ["status=nonsense", "status"],
    ["conference=1", "conference"],
    ["after=junk", "after"],
    ["size=1000000000", "size"],
    ["size=-1", "size"],
    ["from=2026-02-31", "from"],
    ["nonsense=1", ""],
  ])("a list asked with %s is refused, not given whole", async (query, field) => {
    const answer = await ask(`/api/v1/recommendations?${query}`, { headers: headers() });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field }] } });
  });

  test("a body with a byte order mark is read", async () => {
    const answer = await act("recommendation/receive", `\ufeff${JSON.stringify(said)}`);
    expect(answer.status).toBe(200);
  });

  test("a token that has expired, or whose post has ended, opens nothing", async () => {
    const issue = async (now: Temporal.Instant, until: string) => {
      const holder = await cast.holder("office_secretary", "A");
      const input = { post: holder.posts[0]!.id, label: "thử", until };
      const issued = (await cast.perform(issueToken, input, { actor: holder, now })) as { token: string };
      return { token: issued.token, post: input.post };
    };
    const opens = async (given: string) =>
      (await ask("/api/v1/fields", { headers: { authorization: `Bearer ${given}` } })).body.code ?? "opened";
    const now = Temporal.Now.instant();
    const expired = await issue(now.subtract({ hours: 240 }), day(-9));
    const ended = await issue(now, day(30));
    expect([await opens(expired.token), await opens(ended.token)]).toEqual(["api.token_refused", "opened"]);
    await db
      .updateTable("post")
      .set({ until_on: day(-1) })
      .where("id", "=", ended.post)
      .execute();
    expect(await opens(ended.token)).toBe("api.token_refused");
  });

  test("a wrong query names its field", async () => {
    const { body } = await ask("/api/v1/reports/summary?unit=A&from=20&to=2026-12-31", {
      headers: headers(),
    });
    expect(body).toMatchObject({ status: 422, errors: [{ field: "from" }] });
  });
});

describe("the description", () => {
  test("names every act, with a schema for its input", () => {
    const paths = openApi().paths as Record<string, { post?: { requestBody: unknown } }>;
    expect(registry.filter((one) => !paths[pathOfAct(one)]?.post?.requestBody)).toEqual([]);
  });

  test("a field with a default need not be sent", async () => {
    const { body } = await ask("/api/openapi.json");
    const paths = body.paths as Record<
      string,
      { post: { requestBody: { content: Record<string, { schema: { required: string[] } }> } } }
    >;
    const schema =
      paths["/api/v1/recommendation/receive"]!.post.requestBody.content["application/json"]!.schema;
    expect(schema.required.toSorted()).toEqual(["field", "received_on", "text", "unit"]);
  });
});
