import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { createAccount, issueToken } from "#modules/identity/server/index.ts";
import { buildCast } from "../support/cast.ts";
import { crashScene } from "../support/crash-scene.ts";
import { serverPid } from "../support/embedded.ts";
import { notBuilt } from "../support/server-process.ts";

if (notBuilt) console.log(`skipped “the database is killed under load”: ${notBuilt}`);

const kills = 3;
const password = "một câu dài dễ nhớ";

describe.skipIf(notBuilt)("the database is killed under load", () => {
  const { folder, serve, onDatabase } = crashScene();

  /** Somebody who may write, by a token and by a session. */
  async function secretary(address: string) {
    const token = await onDatabase(async (db) => {
      const cast = await buildCast(db);
      const actor = await cast.holder("office_secretary", "A");
      const now = Temporal.Now.instant();
      await createAccount(db, { personId: actor.personId, username: "thuky.a", password }, now);
      const until = Temporal.Now.plainDateISO().add({ days: 30 }).toString();
      const input = { post: actor.posts[0]!.id, label: "thử", until };
      return ((await cast.perform(issueToken, input, { actor, now })) as { token: string }).token;
    });
    const signedIn = await fetch(`${address}/sign-in?/password`, {
      method: "POST",
      headers: { origin: address, accept: "text/html" },
      body: new URLSearchParams({ username: "thuky.a", password }),
      redirect: "manual",
    });
    const cookie = signedIn.headers.getSetCookie().map((one) => one.split(";")[0]!);
    return { authorization: `Bearer ${token}`, cookie: cookie.join("; ") };
  }

  test("every answer is whole or a 503 that says so; what was acknowledged is there; a key makes it once", async () => {
    const address = (await serve()).address!;
    const { authorization, cookie } = await secretary(address);
    const seen = new Map<string, number>();
    const odd: string[] = [];
    const acknowledged = new Map<string, string>();
    const sent: string[] = [];
    let over = false;

    const judge = (what: string, answer: Response, body: string) => {
      seen.set(`${what} ${answer.status}`, (seen.get(`${what} ${answer.status}`) ?? 0) + 1);
      const waits = answer.status === 503 && answer.headers.get("retry-after") === "5";
      const says = /cơ sở dữ liệu|Hệ thống đang bận/.test(body);
      if (answer.status !== 200 && !(waits && says))
        odd.push(`${what} ${answer.status} ${body.slice(0, 300)}`);
    };
    const receive = (key: string, keyed: boolean) =>
      fetch(`${address}/api/v1/recommendation/receive`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization,
          ...(keyed && { "idempotency-key": key }),
        },
        body: JSON.stringify({ unit: "A", field: "khac", received_on: "2026-02-02", text: `Đề nghị ${key}` }),
      });
    const write = async (writer: number) => {
      for (let n = 0; !over; n += 1) {
        const key = `writer-${writer}-${n}`;
        const keyed = writer % 2 === 0;
        if (keyed) sent.push(key);
        const answer = await receive(key, keyed);
        const body = await answer.text();
        judge(keyed ? "act with a key" : "act", answer, body);
        if (answer.status === 200) acknowledged.set(key, (JSON.parse(body) as { code: string }).code);
        else await sleep(20);
      }
    };
    const read = async (what: string, path: string, headers: Record<string, string>) => {
      while (!over) {
        const answer = await fetch(address + path, { headers, redirect: "manual" });
        judge(what, answer, await answer.text());
        await sleep(20);
      }
    };
    const work = [
      ...Array.from({ length: 6 }, (_, writer) => write(writer)),
      read("reading", "/api/v1/recommendations?unit=A", { authorization }),
      read("page", "/recommendations", { cookie, accept: "text/html" }),
      read("data of a page", "/recommendations/__data.json", { cookie }),
    ];
    for (let kill = 0; kill < kills; kill += 1) {
      await sleep(1500);
      process.kill(serverPid(folder()), "SIGKILL");
      await again(address);
    }
    over = true;
    await Promise.all(work);

    expect(odd).toEqual([]);
    for (const what of ["act", "act with a key", "reading", "page", "data of a page"])
      expect(seen.get(`${what} 200`)).toBeGreaterThan(0);
    expect([...seen.keys()].some((one) => one.endsWith("503"))).toBe(true);
    const there = await onDatabase((db) =>
      db.selectFrom("recommendation").select(["code", "text"]).execute(),
    );
    const codes = new Set(there.map(({ code }) => code));
    expect([...acknowledged.values()].filter((code) => !codes.has(code))).toEqual([]);
    const asked = sent.filter((key, at) => !acknowledged.has(key) || at % 20 === 0);
    for (const key of asked) expect((await receive(key, true)).status).toBe(200);
    const texts = (await onDatabase((db) => db.selectFrom("recommendation").select("text").execute())).map(
      ({ text }) => text,
    );
    expect(asked.filter((key) => texts.filter((text) => text === `Đề nghị ${key}`).length !== 1)).toEqual([]);
  });

  async function again(address: string): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      if ((await fetch(`${address}/readyz`)).ok) return;
      await sleep(50);
    }
    throw new Error("The database did not come back.");
  }
});
