import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "#kernel/clock.ts";
import { performOn } from "#acts/perform.ts";
import { actNamed } from "#acts/registry.ts";
import { servePlanted, type PlantedServer } from "../support/planted-server.ts";
import type { Reader } from "../support/planted.ts";
import { runServer, type ServerProcess } from "../support/server-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { visitorHeader } from "../support/visitor-address.ts";

// Two processes serve one database. Each keeps pages as they were drawn (decision 42), what it remembers of structure, who was
// recognised, and numbers of registers (decision 43): what was done through the one is true in the other with its next request.

let here: PlantedServer;
let other: ServerProcess;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const tokens = new Map<Reader, string>();

beforeAll(async () => {
  here = await servePlanted();
  folder = await temporaryFolder();
  const settings = { DATA_DIR: folder.path, DATABASE_URL: here.databaseUrl, ADDRESS_HEADER: visitorHeader };
  other = await runServer(settings);
  if (!other.address) throw new Error((await other.ended).printed);
  for (const reader of ["văn phòng", "quản trị"] as const) tokens.set(reader, await tokenOf(reader));
}, 300_000);
afterAll(async () => {
  other.child.kill("SIGTERM");
  await other.ended;
  await folder.remove();
  await here.stop();
});

async function tokenOf(reader: Reader): Promise<string> {
  const person = here.personIds.get(reader)!;
  const post = await here.db
    .selectFrom("post")
    .select(["id", "unit_id", "capacity"])
    .where("person_id", "=", person)
    .executeTakeFirstOrThrow();
  const posts = [
    { id: post.id, unitId: post.unit_id, capacity: post.capacity as "office_secretary", acting: false },
  ];
  const actor = { kind: "person", personId: person, name: reader, posts } as const;
  const until = Temporal.PlainDate.from(here.today).add({ days: 30 }).toString();
  const issued = await performOn(here.db)(
    actNamed("identity.issue_token")!,
    { post: post.id, label: "Hai máy", until },
    { actor, now: systemClock() },
  );
  return (issued as { token: string }).token;
}

/** Does an act through the one process, as a program of a person. */
async function act(reader: Reader, name: string, input: object): Promise<{ code: string; id: string }> {
  const response = await fetch(`${here.address}/api/v1/${name.replace(".", "/")}`, {
    method: "POST",
    body: JSON.stringify(input),
    headers: { "content-type": "application/json", authorization: `Bearer ${tokens.get(reader)}` },
  });
  const answer = (await response.json()) as { code: string; id: string };
  if (!response.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer;
}

type Page = { readonly status: number; readonly html: string; readonly kept: boolean };

/** Asks the other process, as somebody's browser does. */
async function read(reader: Reader, path: string): Promise<Page> {
  const headers = { cookie: here.cookieOf(reader), accept: "text/html" };
  const answer = await fetch(other.address + path, { headers, redirect: "manual" });
  // What is drawn has a tag of its own; what is sent as it was drawn has not.
  const kept = answer.status === 200 && answer.headers.get("etag") === null;
  return { status: answer.status, html: await answer.text(), kept };
}

async function untilKept(reader: Reader, path: string): Promise<Page> {
  for (let times = 0; times < 5; times++) {
    const page = await read(reader, path);
    if (page.kept) return page;
  }
  throw new Error(`${reader}: ${path} is never kept.`);
}

let matters = 0;
async function receive() {
  const text = `Mương số ${(matters += 1)} cạn nước`;
  const said = { unit: "A", village: "A-1", field: "giao_thong", received_on: here.today, text };
  return { text, ...(await act("văn phòng", "recommendation.receive", said)) };
}

const list = "/recommendations?unit=A&sort=received";
/** How many are open, as a desk was told. */
const openOn = ({ html }: Page) => Number(/counts:\{[^}]*\bopen:(\d+)/.exec(html)![1]);

describe("what was done through one process", () => {
  test.each(["bí thư", "chủ tịch cấp trên", "trưởng thôn"] as const)(
    "%s: a list that the other keeps has what came in, with the next request",
    async (reader) => {
      await untilKept(reader, list);
      const { text } = await receive();
      const next = await read(reader, list);
      expect([next.kept, next.html.includes(text)]).toEqual([false, true]);
      expect((await untilKept(reader, list)).html).toContain(text);
    },
  );

  test.each(["chủ tịch", "chủ tịch cấp trên"] as const)(
    "%s: a desk that the other keeps counts it, with the next request",
    async (reader) => {
      const before = openOn(await untilKept(reader, "/desk"));
      await receive();
      const next = await read(reader, "/desk");
      expect([next.kept, openOn(next)]).toEqual([false, before + 1]);
    },
  );

  test("is on the matter's own page, and out of sight where it was held", async () => {
    const { code, text } = await receive();
    expect((await read("thống kê", `/recommendations/${code}`)).html).toContain(text);
    expect((await untilKept("thống kê", list)).html).toContain(text);
    await act("văn phòng", "recommendation.hold", { recommendation: code, reason: "Xem xét" });
    expect((await read("thống kê", list)).html).not.toContain(text);
    expect((await read("thống kê", `/recommendations/${code}`)).html).not.toContain(text);
  });

  test("changes what the other remembers of structure: a unit's name", async () => {
    await untilKept("bí thư", list);
    expect((await read("bí thư", "/units/A")).html).toContain("Xã An");
    await act("quản trị", "organization.rename_unit", { unit: "A", name: "Xã An Mới", on: here.today });
    expect((await read("bí thư", "/units/A")).html).toContain("Xã An Mới");
    expect((await read("bí thư", list)).html).toContain("Xã An Mới");
  });
});

describe("a right that was withdrawn through one process", () => {
  test.each([
    [
      "a post that ended",
      "thống kê",
      async (reader: Reader) => {
        const post = await here.db
          .selectFrom("post")
          .select("id")
          .where("person_id", "=", here.personIds.get(reader)!)
          .executeTakeFirstOrThrow();
        const yesterday = Temporal.PlainDate.from(here.today).subtract({ days: 1 }).toString();
        await act("quản trị", "organization.end_post", { post: post.id, until: yesterday });
      },
    ],
    [
      "an account that was locked",
      "ban chỉ đạo",
      (reader: Reader) =>
        act("quản trị", "identity.lock_account", {
          person: here.personIds.get(reader)!,
          unit: "A",
          reason: "Thử",
        }),
    ],
  ] as const)("%s: the other sends %s nothing with the next request", async (_, reader, withdraw) => {
    const { text, code } = await receive();
    const paths = [list, "/desk", `/recommendations/${code}`];
    expect((await untilKept(reader, list)).html).toContain(text);
    await untilKept(reader, "/desk");
    expect((await read(reader, paths[2]!)).html).toContain(text);
    await withdraw(reader);
    for (const path of paths) {
      const next = await read(reader, path);
      expect([path, next.kept, next.html.includes(text)]).toEqual([path, false, false]);
    }
  });
});
