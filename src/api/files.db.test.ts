import { issueToken } from "#modules/identity/server/index.ts";
import { setCurrentDatabase } from "#platform/server/database/current.ts";
import { setCurrentFiles } from "#platform/server/files/current-files.ts";
import { digestOf } from "#platform/server/files/file-store.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actNamed } from "#acts/registry.ts";
import { buildCast, type Cast } from "../../tests/support/cast.ts";
import { testDatabase } from "../../tests/support/database.ts";
import { temporaryFolder } from "../../tests/support/temporary-folder.ts";
import { api } from "./application.ts";
import { openApi } from "./openapi.ts";

const database = await testDatabase();
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let cast: Cast;
let code: string;
const tokens: Record<string, string> = {};
const requestId = "0199aaaa-0000-7000-8000-000000000000";
const now = Temporal.Now.instant();

beforeAll(async () => {
  folder = await temporaryFolder();
  setCurrentFiles({ filesUrl: undefined, dataFolder: folder.path });
  setCurrentDatabase({
    ...database,
    reports: database.db,
    reportPool: database.pool,
    embedded: false,
    checkReady: async () => undefined,
    patiently: (work) => work(database.pool),
    close: async () => undefined,
  });
  cast = await buildCast(database.db);
  const until = Temporal.Now.plainDateISO().add({ days: 30 }).toString();
  for (const [capacity, unit] of [
    ["office_secretary", "A"],
    ["statistician", "A"],
    ["office_secretary", "B"],
  ] as const) {
    const actor = await cast.holder(capacity, unit);
    const input = { post: actor.posts[0]!.id, label: "thử", until };
    tokens[`${capacity} ${unit}`] = (await cast.perform(issueToken, input, { actor, now })).token;
  }
  const said = { unit: "A", text: "Sửa cống", field: "giao_thong", received_on: "2026-02-02" };
  const received = await cast.perform(actNamed("recommendation.receive")!, said, { actor: cast.system, now });
  code = (received as { code: string }).code;
});
afterAll(() => folder.remove());

const ask = (path: string, who = "office_secretary A", init: RequestInit = {}) => {
  const headers = new Headers(init.headers);
  headers.set("authorization", `Bearer ${tokens[who]}`);
  return api.fetch(new Request(`http://localhost/api/v1${path}`, { ...init, headers }), {
    requestId,
    actor: null,
  });
};
const told = async (answer: Response | Promise<Response>) =>
  (await (await answer).json()) as Record<string, unknown> & { code?: string };

const pdf = Buffer.from("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n");
const bring = (body: Uint8Array, name = "Nghiệm thu.pdf", who?: string) =>
  ask(`/files?name=${encodeURIComponent(name)}`, who, { method: "POST", body: body as BodyInit });

test("a file is brought, attached, listed and opened, byte for byte", async () => {
  const file = await told(bring(pdf));
  expect(file).toMatchObject({
    name: "Nghiệm thu.pdf",
    kind: "pdf",
    size: pdf.length,
    sha256: digestOf(pdf),
  });
  const attached = await ask("/attachment/attach_to_matter", undefined, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ recommendation: code, purpose: "evidence", files: [file.id] }),
  });
  expect(attached.status).toBe(200);
  const { files } = (await told(ask(`/recommendations/${code}/files`, "statistician A"))) as {
    files?: { id: string; name: string }[];
  };
  expect(files).toMatchObject([{ name: "Nghiệm thu.pdf", purpose: "evidence", unit: "Xã An", findings: [] }]);
  const opened = await ask(`/files/${files![0]!.id}`, "statistician A");
  expect(opened.headers.get("content-type")).toBe("application/pdf");
  expect(Buffer.from(await opened.arrayBuffer()).equals(pdf)).toBe(true);
  expect((await told(ask(`/files/${files![0]!.id}`, "office_secretary B"))).code).toBe(
    "attachment.not_found",
  );
});

test("what is no file of ours, whoever may bring none, another method: each a sentence", async () => {
  expect((await told(bring(Buffer.from("xin chào"), "ảnh.jpg"))).code).toBe("attachment.unknown_kind");
  expect((await told(bring(new Uint8Array()))).code).toBe("attachment.empty");
  expect((await told(bring(pdf, "a.pdf", "statistician A"))).code).toBe("act.not_permitted");
  expect((await ask("/files")).status).toBe(405);
  expect((await ask("/files/khong-co")).status).toBe(404);
});

test("both ways stand in the description", () => {
  const { paths } = openApi() as { paths: Record<string, object> };
  expect(Object.keys(paths["/api/v1/files"]!)).toEqual(["post"]);
  expect(Object.keys(paths["/api/v1/files/{attachment}"]!)).toEqual(["get"]);
  expect(Object.keys(paths["/api/v1/recommendations/{recommendation}/files"]!)).toEqual(["get"]);
});
