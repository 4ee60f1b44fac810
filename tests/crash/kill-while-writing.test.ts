import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { issueToken } from "#modules/identity/server/index.ts";
import { sql } from "kysely";
import { buildCast } from "../support/cast.ts";
import { crashScene } from "../support/crash-scene.ts";
import { notBuilt } from "../support/server-process.ts";

if (notBuilt) console.log(`skipped “killed while it writes”: ${notBuilt}`);

const writers = 8;
const enough = 60;

describe.skipIf(notBuilt)("killed while it writes", () => {
  const { serve, onDatabase } = crashScene();

  async function secretaryToken(): Promise<string> {
    return onDatabase(async (db) => {
      const cast = await buildCast(db);
      const actor = await cast.holder("office_secretary", "A");
      const until = Temporal.Now.plainDateISO().add({ days: 30 }).toString();
      const input = { post: actor.posts[0]!.id, label: "thử", until };
      const issued = await cast.perform(issueToken, input, { actor, now: Temporal.Now.instant() });
      return (issued as { token: string }).token;
    });
  }

  function receive(address: string, token: string, key: string) {
    const body = { unit: "A", field: "khac", received_on: "2026-02-02", text: `Đề nghị số ${key}` };
    return fetch(`${address}/api/v1/recommendation/receive`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${token}`,
        "idempotency-key": key,
      },
      body: JSON.stringify(body),
    });
  }

  test("what was acknowledged is there, what was not is whole or absent, and sending again makes it once", async () => {
    const first = await serve();
    const token = await secretaryToken();
    const acknowledged = new Map<string, string>();
    const sent: string[] = [];
    let killed = false;
    const write = async (writer: number) => {
      for (let n = 0; !killed; n += 1) {
        const key = `writer-${writer}-${n}`;
        sent.push(key);
        const answer = await receive(first.address!, token, key).catch(() => null);
        if (answer?.status === 200) acknowledged.set(key, ((await answer.json()) as { code: string }).code);
        if (acknowledged.size >= enough && !killed) {
          killed = true;
          first.child.kill("SIGKILL");
        }
      }
    };
    const closed = once(first.child, "close");
    await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
    await closed;

    const second = await serve();
    const there = await onDatabase((db) => db.selectFrom("recommendation").select("code").execute());
    const codes = new Set(there.map(({ code }) => code));
    expect([...acknowledged.values()].filter((code) => !codes.has(code))).toEqual([]);
    expect(await halfWritten()).toEqual({ without_period: 0, without_requester: 0, without_audit: 0 });

    for (const key of sent) {
      const answer = await receive(second.address!, token, key);
      const { code } = (await answer.json()) as { code: string };
      expect(code).toBe(acknowledged.get(key) ?? code);
    }
    const { rows } = await onDatabase((db) =>
      sql<{ n: number }>`select count(*)::int n from recommendation`.execute(db),
    );
    expect(rows[0]!.n).toBe(sent.length);
  });

  async function halfWritten() {
    const { rows } = await onDatabase((db) =>
      sql<Record<string, number>>`
        select count(*) filter (where not exists (select from state_period p where p.recommendation_id = r.id))::int without_period,
          count(*) filter (where not exists (select from requester q where q.recommendation_id = r.id))::int without_requester,
          count(*) filter (where not exists (select from audit_entry a where a.subject_id = r.id))::int without_audit
        from recommendation r`.execute(db),
    );
    return rows[0];
  }
});
