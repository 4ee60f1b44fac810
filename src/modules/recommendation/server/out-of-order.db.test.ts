import { actNamed } from "#acts/registry.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { findMatter, type MatterReading } from "./index.ts";

// What is written down late, and not in the order in which it happened.

const { db } = await testDatabase();
let cast: Cast;

beforeAll(async () => {
  cast = await buildCast(db);
});

function move(name: string, input: Record<string, unknown>) {
  const act = actNamed(`recommendation.${name}`)!;
  return cast.perform(act, input, { actor: cast.system, now: noon }) as Promise<{ code: string }>;
}

async function assigned(): Promise<string> {
  const said = { unit: "A", text: "Đề nghị sửa đường", field: "giao_thong", received_on: "2026-02-02" };
  const { code } = await move("receive", said);
  await move("assign", { recommendation: code, on: "2026-02-02", lead: "A-KT", due: "2026-03-10" });
  return code;
}

async function reading(code: string): Promise<MatterReading> {
  return (await findMatter(db, cast.system, code, today)) as MatterReading;
}

describe("an answer", () => {
  test("is the draft that was approved, not an earlier one that was written down after it", async () => {
    const code = await assigned();
    const draft = { recommendation: code, outcome: "done", text: "Đã sửa xong" };
    await move("draft_answer", { ...draft, on: "2026-02-20" });
    await move("draft_answer", { ...draft, on: "2026-02-10", outcome: "refused", text: "Không sửa được" });
    await move("approve_answer", { recommendation: code, on: "2026-02-21" });
    await move("answer", { recommendation: code, on: "2026-02-22" });
    const { events } = await reading(code);
    expect(events.at(-1)).toMatchObject({ act: "answer", outcome: "done", text: "Đã sửa xong" });
  });
});

describe("a hold", () => {
  test("ends by a release on its day or later: not by one said to have come before it", async () => {
    const code = await assigned();
    await move("hold", { recommendation: code, on: "2026-02-20" });
    const release = { recommendation: code, reason: "Là kiến nghị thường" };
    await expect(move("release", { ...release, on: "2026-02-19" })).rejects.toMatchObject({
      definition: { code: "recommendation.release_before_hold" },
      faults: [{ field: "on" }],
    });
    await move("release", { ...release, on: "2026-02-20" });
    await move("schedule", { recommendation: code, until: "2026-12-31", text: "lộ trình" });
    expect((await reading(code)).state.status).toBe("scheduled");
  });
});
